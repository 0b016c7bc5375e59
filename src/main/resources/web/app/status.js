// What a view shows in place of its content: that it waits, why there is none, and what to do about it.

import { html, nothing } from 'lit';
import { inContext } from './context.js';
import { authenticate, OUTDATED } from './documents.js';
import { href, hrefAsOf } from './route.js';
import { count } from './words.js';

/** A page that says what is wrong and leads back. */
export const problem = (title, text, action = nothing) => html`
  <header><h1 tabindex="-1">${title}</h1></header>
  <p>${text}</p>${action}
  <p><a href=${href('', '')}>All brands</a> · <a href=${href('devices', '')}>Devices</a> · <a href=${href('markets', '')}>Markets</a></p>`;

/** Why a view cannot be read as of its moment, by the code of the failure. */
const MOMENTS = {
  AS_OF_NOT_SUPPORTED: ['This view shows only what is current', 'It cannot be read as of another moment.'],
  HISTORY_PRUNED: ['The catalogue has no record of this moment', 'Its history does not reach back so far.'],
  MOMENT_IN_FUTURE: ['This moment has not come', 'The catalogue cannot be read as it will be known.'],
  REVISION_NOT_REACHED: ['This moment has not come', 'The catalogue has no such revision yet.'],
};

const now = () => html`<p><a href=${hrefAsOf(location.hash)}>Show it as it is now</a></p>`;

/** What a reading without data says. */
export function pending(reading) {
  const { failure, slow } = reading;
  if (failure?.code === 'UNAUTHENTICATED') {
    return problem('Sign in to read', failure.message, signIn(reading));
  }
  if (failure?.temporary) {
    return problem('No answer', failure.message, html`<p>${`Trying again in ${count(reading.pause, 'second')}.`}</p>${again(reading, 'Try now')}`);
  }
  if (MOMENTS[failure?.code]) {
    return problem(...MOMENTS[failure.code], now());
  }
  if (failure) {
    return problem('This cannot be shown', failure.message, failure.code === OUTDATED ? reload() : again(reading, 'Try again'));
  }
  return html`<p class="waiting">${slow ? 'The service is slow. Still waiting for its answer …' : 'Loading …'}</p>`;
}

/** What a reading has, or why it has nothing. */
export function shown(reading) {
  const { answer } = reading;
  if (!answer) {
    return pending(reading);
  }
  const { view, route, day } = answer;
  const found = view.find(answer.data);
  return found ? inContext({ today: day }, () => view.render(found, route)) : missing(route);
}

const missing = ({ view, key, query }) =>
  query.has('at')
    ? problem('Not there at this moment', `No ${view} that is called “${key}” was there, as far as the catalogue knows.`, now())
    : problem('Not in the catalogue', `No ${view} is called “${key}”.`);

const again = (reading, name) => html`<p><button type="button" @click=${() => reading.retry()}>${name}</button></p>`;

const reload = () => html`<p><button type="button" @click=${() => location.reload()}>Reload the page</button></p>`;

/** Where reading requires an access token, it is kept until the tab is closed. */
function signIn(reading) {
  const submit = (event) => {
    event.preventDefault();
    authenticate(new FormData(event.target).get('token').trim());
    reading.retry();
  };
  return html`<form class="token" @submit=${submit}>
    <label>Access token <input name="token" type="password" autocomplete="off" required></label>
    <button>Read</button>
  </form>`;
}

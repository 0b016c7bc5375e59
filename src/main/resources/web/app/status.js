// What a view shows in place of its content: that it waits, why there is none, and what to do about it.

import { html, nothing } from 'lit';
import { authenticate, OUTDATED } from './documents.js';
import { count } from './words.js';

/** A page that says what is wrong and leads back. */
export const problem = (title, text, action = nothing) => html`
  <header><h1 tabindex="-1">${title}</h1></header>
  <p>${text}</p>${action}
  <p><a href="#/">All brands</a> · <a href="#/devices">Devices</a> · <a href="#/markets">Markets</a></p>`;

/** What a reading without data says. */
export function pending(reading) {
  const { failure, slow } = reading;
  if (failure?.code === 'UNAUTHENTICATED') {
    return problem('Sign in to read', failure.message, signIn(reading));
  }
  if (failure?.temporary) {
    return problem('No answer', failure.message, html`<p>${`Trying again in ${count(reading.pause, 'second')}.`} <button type="button" @click=${() => reading.retry()}>Try now</button></p>`);
  }
  if (failure) {
    return problem('This cannot be shown', failure.message, failure.code === OUTDATED ? reload() : nothing);
  }
  return html`<p class="waiting">${slow ? 'The service is slow. Still waiting for its answer …' : 'Loading …'}</p>`;
}

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

// Where a person chooses as of which moments views are shown.

import { html, nothing } from 'lit';
import { isDate, momentsOf, momentText, momentWords, NOW } from '../moments.js';
import { hrefAsOf } from '../route.js';

const LEGENDS = ['The view', 'The view beside it'];

/** Says what is shown, and calls a function with the address of another moment. */
export function momentChooser(route, go) {
  const moments = momentsOf(route).map((moment) => moment ?? {});
  const submit = (event) => {
    event.preventDefault();
    go(addressOf([...event.target.querySelectorAll('fieldset')].map(momentIn)));
  };
  return html`<details class="moments">
    <summary>Shown ${moments.map(momentWords).join(', beside it ')}</summary>
    <form @submit=${submit}>
      ${moments.map((moment, index) => fields(moment, LEGENDS[index]))}
      <p><button>Show</button> <a href=${hrefAsOf(location.hash)}>Show it as it is now</a> ${compare(moments)}</p>
    </form>
  </details>`;
}

const compare = (moments) =>
  moments.length === 1
    ? html`<a href=${addressOf([...moments, {}])}>Compare with another moment</a>`
    : html`<a href=${addressOf(moments.slice(0, 1))}>Do not compare</a>`;

/** The address of the current view as of moments, of which the first one is only in it if it is not now. */
function addressOf([at, beside]) {
  const text = momentText(at);
  return hrefAsOf(location.hash, text === NOW ? undefined : text, beside && momentText(beside));
}

function momentIn(fieldset) {
  const text = (name) => fieldset.querySelector(`[name=${name}]`)?.value.trim();
  return { knownAt: text('knownAt'), revision: text('revision') };
}

function fields({ knownAt, revision }, legend) {
  const now = new Date();
  return html`<fieldset>
    <legend>${legend}</legend>
    <label>As known on <input name="knownAt" .value=${knownAt ?? ''} size="10" placeholder=${now.toISOString().slice(0, 10)} autocomplete="off" @input=${check}></label>
    ${revision ? html`<label>as known at revision <input name="revision" .value=${revision} size="6" inputmode="numeric" pattern="\\d{1,9}"></label>` : nothing}
  </fieldset>`;
}

function check({ target }) {
  const text = target.value.trim();
  target.setCustomValidity(text && !isDate(text) ? 'A year, a month or a day, such as 2022, 2022-05 or 2022-05-23.' : '');
}

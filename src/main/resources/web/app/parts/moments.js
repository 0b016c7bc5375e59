// Where a person chooses as of which moments views are shown: by a slider of years, or by a typed year, month or day.

import { html, nothing } from 'lit';
import { isDate, momentsOf, momentText, momentWords, NOW } from '../moments.js';
import { hrefAsOf } from '../route.js';

const FIRST_YEAR = 2000;
const LEGENDS = ['The view', 'The view beside it'];

/** Says what is shown, and calls a function with the address of another moment, which replaces the current one for a slider. */
export function momentChooser(route, go) {
  const moments = momentsOf(route).map((moment) => moment ?? {});
  const chosen = (form) => addressOf([...form.querySelectorAll('fieldset')].map(momentIn));
  const submit = (event) => {
    event.preventDefault();
    go(chosen(event.target), false);
  };
  const slide = ({ target }) => target.name === 'year' && go(chosen(target.form), true);
  return html`<section class="moments" aria-label="Time"><details>
    <summary>Shown ${moments.map(momentWords).join(', beside it ')}</summary>
    <form @submit=${submit} @change=${slide}>
      ${moments.map((moment, index) => fields(moment, LEGENDS[index]))}
      <p><button>Show</button> <a href=${hrefAsOf(location.hash)}>Show it as it is now</a> ${compare(moments)}</p>
    </form>
  </details></section>`;
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
  const field = (name) => fieldset.querySelector(`[name=${name}]`);
  const text = (name) => field(name)?.value.trim();
  return { validOn: text('validOn'), possibly: field('possibly').checked, knownAt: text('knownAt'), revision: text('revision') };
}

function fields({ validOn, possibly, knownAt, revision }, legend) {
  const now = new Date();
  const year = String(now.getUTCFullYear());
  return html`<fieldset>
    <legend>${legend}</legend>
    <label>As the world stood <input type="range" name="year" aria-label="As the world stood in the year" min=${FIRST_YEAR} max=${year} .value=${validOn?.slice(0, 4) ?? year} @input=${follow}></label>
    <label>on <input name="validOn" aria-label="As the world stood on" .value=${validOn ?? ''} size="10" placeholder="2022-05-23" autocomplete="off" @input=${check}></label>
    <label><input type="checkbox" name="possibly" .checked=${Boolean(possibly)}> also what is only possible, where dates are not exact</label>
    <label>As known on <input name="knownAt" .value=${knownAt ?? ''} size="10" placeholder=${now.toISOString().slice(0, 10)} autocomplete="off" @input=${check}></label>
    ${revision ? html`<label>as known at revision <input name="revision" .value=${revision} size="6" inputmode="numeric" pattern="\\d{1,9}"></label>` : nothing}
  </fieldset>`;
}

/** The typed field shows where the slider is. */
function follow({ target }) {
  target.closest('fieldset').querySelector('[name=validOn]').value = target.value;
}

function check({ target }) {
  const text = target.value.trim();
  target.setCustomValidity(text && !isDate(text) ? 'A year, a month or a day, such as 2022, 2022-05 or 2022-05-23.' : '');
}

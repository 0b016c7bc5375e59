// The same view as of two moments, side by side, with the rows marked that differ.

import { html } from 'lit';
import { inContext } from './context.js';
import { markDifferences } from './differences.js';
import { momentWords } from './moments.js';
import { shown } from './status.js';

export const sideBySide = ([one, other], [at, beside]) => html`
  <p class="compared" role="status"></p>
  <div class="beside">
    ${column(momentWords(at), shown(one))}
    ${column(`${momentWords(beside)}, beside it`, inContext({ suffix: 'beside' }, () => shown(other)))}
  </div>`;

const column = (moment, content) => html`<section aria-label=${`Shown ${moment}`}><p class="moment">Shown ${moment}</p>${content}</section>`;

/** Says how many differences there are, when both views are complete. */
export function compare(page, readings) {
  const columns = [...page.querySelectorAll('.beside > section')];
  if (columns.length) {
    const complete = readings.every(({ answer, busy }) => answer && !busy);
    page.querySelector('.compared').textContent = complete ? `Differences: ${markDifferences(columns)}` : '';
  }
}

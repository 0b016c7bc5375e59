// Figures of analysts.

import { html, nothing } from 'lit';
import { compact, money, number, words } from '../words.js';
import { link, linked, supported, value } from './elements.js';

const BOUNDS = { EXACT: '', OR_HIGHER: ' or higher', OR_LOWER: ' or lower' };
const UNITS = { PERCENT: '%', UNITS: ' units' };

function amount({ value: of, unit, converted }) {
  if (of === null) {
    return nothing;
  }
  const shown = UNITS[unit] ? compact(of) + UNITS[unit] : `${unit} ${compact(of)}`;
  return html`${shown}${converted ? html` <span class="quiet">(${money(converted)})</span>` : nothing}`;
}

const change = (onYear) => (onYear === null ? nothing : `${onYear > 0 ? '+' : '−'}${number(Math.abs(onYear))} %`);

const rank = ({ rank: place, rankBound, peak }) =>
  [place === null ? '' : `No. ${place}${BOUNDS[rankBound ?? 'EXACT']}`, peak ? 'peak' : ''].filter(Boolean).join(', ');

const row = (figure) => html`<tr>
  <th scope="row">${words(figure.measure)}${figure.brands ? html` <span class="quiet">${linked('brands', figure.brands, 'brand')}</span>` : nothing}${figure.qualification ? html` <span class="quiet">${figure.qualification}</span>` : nothing}</th>
  <td>${figure.period ?? nothing}</td>
  <td>${figure.market ? link('markets', figure.market) : nothing}</td>
  <td class="figure">${figure.value === null ? nothing : value(figure.id, 'value', amount(figure))}</td>
  <td class="figure">${figure.changeOnYear === null ? nothing : value(figure.id, 'changeOnYear', change(figure.changeOnYear))}</td>
  <td>${rank(figure)}</td>
  <td>${figure.analyst ?? nothing} ${supported(figure.id, figure.standing)}</td>
</tr>`;

export const figures = (all) => html`<div class="scroll" tabindex="0" role="region" aria-label="Figures"><table class="data">
  <thead><tr><th scope="col">Measure</th><th scope="col">Period</th><th scope="col">Market</th><th scope="col" class="figure">Value</th><th scope="col" class="figure">On the year</th><th scope="col">Rank</th><th scope="col">Analyst</th></tr></thead>
  <tbody>${all.map(row)}</tbody>
</table></div>`;

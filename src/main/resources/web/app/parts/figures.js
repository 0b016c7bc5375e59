// Figures of analysts.

import { html, nothing } from 'lit';
import { labelled } from '../context.js';
import { evidenceHref } from '../route.js';
import { compact, money, number, words } from '../words.js';
import { link, links } from './elements.js';
import { elsewhere } from './pages.js';
import { sourced, supported, value } from './values.js';

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

const rank = ({ rank: place, rankBound }) => place !== null && `No. ${place}${BOUNDS[rankBound ?? 'EXACT']}`;

/** The evidence of the brands has all of them. */
const brandsOf = ({ id, brands }) =>
  html` <span class="quiet">${sourced(id, 'brands', links('brands', brands.nodes, elsewhere(brands, 'brand', evidenceHref(id, 'brands'))))}</span>`;

const row = (figure) => html`<tr>
  <th scope="row">${value(figure.id, 'measure', words(figure.measure))}${figure.brands ? brandsOf(figure) : nothing}
    <span class="quiet">${value(figure.id, 'qualification', figure.qualification)}</span></th>
  <td>${value(figure.id, 'period', figure.period)}</td>
  <td>${figure.market ? sourced(figure.id, 'market', link('markets', figure.market)) : nothing}</td>
  <td class="figure">${figure.value === null ? nothing : value(figure.id, 'value', amount(figure))}</td>
  <td class="figure">${figure.changeOnYear === null ? nothing : value(figure.id, 'changeOnYear', change(figure.changeOnYear))}</td>
  <td>${value(figure.id, 'rank', rank(figure))} ${value(figure.id, 'peak', figure.peak && 'peak')}</td>
  <td>${value(figure.id, 'analyst', figure.analyst)} ${supported(figure.id, figure.standing)}</td>
</tr>`;

export const figures = (all) => html`<div class="scroll" tabindex="0" role="region" aria-label=${labelled('Table of figures')}><table class="data">
  <thead><tr><th scope="col">Measure</th><th scope="col">Period</th><th scope="col">Market</th><th scope="col" class="figure">Value</th><th scope="col" class="figure">On the year</th><th scope="col">Rank</th><th scope="col">Analyst</th></tr></thead>
  <tbody>${all.map(row)}</tbody>
</table></div>`;

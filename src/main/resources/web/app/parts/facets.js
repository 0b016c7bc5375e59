// Facets: the values of a list, how many items have each, and links that narrow the list down to it. The address has the filter
// of each chosen value, as the service made it. Items have any of the chosen values of a facet, and one of each facet.

import { html, nothing } from 'lit';
import { labelled } from '../context.js';
import { changed } from '../route.js';
import { words } from '../words.js';
import { total } from './pages.js';

const CONSTANT = /^[A-Z_]+$/;

/** Where facets have a column of their own. Elsewhere they are folded, above the list. */
const WIDE = matchMedia('(min-width: 721px)');

/** How many values a facet lists if the person wants more. */
const MANY = 100;

/** The filters of the chosen values, one for each facet. */
export function chosenFilters({ query }, names) {
  return names.filter((name) => query.has(name)).map((name) => ({ or: query.getAll(name).map((condition) => JSON.parse(condition)) }));
}

/** How many values of each facet the address asks for. */
export const numberOfValues = ({ query }) => (query.has('values') ? MANY : undefined);

/** What is wrong with the filters of an address: a title and a text, if anything. */
export function invalidFilters(route, names) {
  try {
    chosenFilters(route, names);
    return undefined;
  } catch {
    return ['This address is incomplete', 'A filter in this address is not JSON.'];
  }
}

export const facets = (all, names, route) => html`<nav class="facets" aria-label=${labelled('Narrow down')}>
  <details ?open=${WIDE.matches}><summary>Narrow down</summary>
    ${all.filter(({ values }) => values.length).map((facet) => facetOf(facet, names[facet.by], route))}
  </details>
</nav>`;

function facetOf({ by, values, pageInfo }, name, route) {
  const listed = values.map(({ filter }) => JSON.stringify(filter));
  const unlisted = route.query.getAll(by).filter((condition) => !listed.includes(condition));
  return html`<section aria-label=${labelled(name)}>
    <h2 tabindex="-1">${name}</h2>
    <ul>
      ${values.map(({ value, node, count }, index) => choice(by, listed[index], labelOf(value, node), total(count), route))}
      ${unlisted.map((condition) => choice(by, condition, operandOf(JSON.parse(condition)), '', route))}
    </ul>
    ${pageInfo.hasNextPage ? others(route) : nothing}
  </section>`;
}

/** A value that is not chosen yet is added to those that are, and a chosen one is taken back. */
function choice(by, condition, label, counted, route) {
  const chosen = route.query.getAll(by);
  const isChosen = chosen.includes(condition);
  const address = changed(route, (query) => {
    query.delete('after');
    query.delete(by);
    (isChosen ? chosen.filter((one) => one !== condition) : [...chosen, condition]).forEach((one) => query.append(by, one));
  });
  return html`<li><a href=${address} aria-current=${isChosen ? 'true' : 'false'}><span>${label}</span> <span class="quiet">${counted}</span>${isChosen ? html`<span class="unseen">, chosen: take it back</span>` : nothing}</a></li>`;
}

const others = (route) =>
  numberOfValues(route)
    ? html`<p class="quiet">and less frequent ones</p>`
    : html`<p class="rest"><a href=${changed(route, (query) => query.set('values', MANY))}>and others</a></p>`;

/** What a filter compares with, of a value that is chosen and so rare that it is not listed. */
function operandOf(filter) {
  const [operand = null] = Object.values(filter);
  if (operand !== null && typeof operand === 'object') {
    return operandOf(operand);
  }
  return labelOf(typeof operand === 'boolean' ? null : operand);
}

function labelOf(value, node) {
  if (value === null) {
    return 'Unknown';
  }
  return node?.name ?? (CONSTANT.test(value) ? words(value) : value);
}

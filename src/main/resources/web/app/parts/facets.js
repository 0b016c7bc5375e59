// Facets: the values of a list, how many items have each, and links that narrow the list down to it. The address has the filter
// of each chosen value, as the service made it.

import { html, nothing } from 'lit';
import { changed } from '../route.js';
import { words } from '../words.js';
import { total } from './pages.js';

const CONSTANT = /^[A-Z_]+$/;

/** Where facets have a column of their own. Elsewhere they are folded, above the list. */
const WIDE = matchMedia('(min-width: 721px)');

/** The filters of the chosen values. */
export function chosenFilters({ query }, names) {
  return names.filter((name) => query.has(name)).map((name) => JSON.parse(query.get(name)));
}

/** What is wrong with the filters of an address: a title and a text, if anything. */
export function invalidFilters(route, names) {
  try {
    chosenFilters(route, names);
    return undefined;
  } catch {
    return ['This address is incomplete', 'A filter in this address is not JSON.'];
  }
}

export const facets = (all, names, route) => html`<nav class="facets" aria-label="Narrow down">
  <details ?open=${WIDE.matches}><summary>Narrow down</summary>
    ${all.filter(({ values }) => values.length).map((facet) => facetOf(facet, names[facet.by], route))}
  </details>
</nav>`;

function facetOf({ by, values, hasMore }, name, route) {
  return html`<section aria-label=${name}>
    <h2>${name}</h2>
    <ul>${values.map((value) => valueOf(by, value, route))}</ul>
    ${hasMore ? html`<p class="quiet">and others</p>` : nothing}
  </section>`;
}

/** Choosing a value replaces the one that was chosen before, and choosing it again takes it back. */
function valueOf(by, { value, node, count, filter }, route) {
  const condition = JSON.stringify(filter);
  const chosen = route.query.get(by) === condition;
  const address = changed(route, (query) => {
    query.delete('after');
    query.delete(by);
    if (!chosen) {
      query.set(by, condition);
    }
  });
  return html`<li><a href=${address} aria-current=${chosen ? 'true' : 'false'}><span>${labelOf(value, node)}</span> <span class="quiet">${total(count)}</span></a></li>`;
}

function labelOf(value, node) {
  if (value === null) {
    return 'Unknown';
  }
  return node?.name ?? (CONSTANT.test(value) ? words(value) : value);
}

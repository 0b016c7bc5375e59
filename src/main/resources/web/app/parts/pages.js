// Lists that are longer than what is shown. Each tells how much is missing, and leads to an address that shows the rest.

import { html, nothing } from 'lit';
import { labelled } from '../context.js';
import { changed } from '../route.js';
import { number } from '../words.js';

export const lengthOf = (of) => (of.nodes ?? of.edges ?? of).length;

/** How many items a connection has; at least, if there are too many to count. */
export const total = ({ value: counted, precision }) => `${number(counted)}${precision === 'AT_LEAST' ? '+' : ''}`;

const totalOf = (count, one) => `${total(count)} ${count.value === 1 ? one : `${one}s`}`;

/** How many items of a connection are not shown. */
export const more = (connection) => connection.count.value - lengthOf(connection);

const restOf = (connection, one) => `and ${totalOf({ ...connection.count, value: more(connection) }, `more ${one}`)}`;

/** The cursors in the address, by the names of the variables for them. */
export function cursors({ query }, names) {
  return Object.fromEntries(names.filter((name) => query.has(name)).map((name) => [name, query.get(name)]));
}

const at = (route, name, cursor) => changed(route, (query) => (cursor ? query.set(name, cursor) : query.delete(name)));

/** A link to the items of a connection that are not shown, on a page of the same view; or, on such a page, to the first and the next one. */
export function further(connection, one, route, name) {
  const { pageInfo: { hasNextPage, endCursor }, count } = connection;
  if (route.query.has(name)) {
    return html`(${lengthOf(connection)} of ${totalOf(count, one)}; <a href=${at(route, name)}>first page</a>${hasNextPage ? html`, <a href=${at(route, name, endCursor)}>next page</a>` : nothing})`;
  }
  return hasNextPage ? html`<a href=${at(route, name, endCursor)}>${restOf(connection, one)}</a>` : nothing;
}

/** The same, in a line below a list. */
export function rest(connection, one, route, name) {
  const links = further(connection, one, route, name);
  return links === nothing ? nothing : html`<p class="rest">${links}</p>`;
}

/** A link to another view that has the items of a connection which are not shown. */
export const elsewhere = (connection, one, address) => (more(connection) > 0 ? html`<a class="rest" href=${address}>${restOf(connection, one)}</a>` : nothing);

/** How much of the list of a view is shown, and the addresses of its first and its next page. */
export function pages(connection, one, route) {
  const length = lengthOf(connection);
  const of = totalOf(connection.count, one);
  return nextPage(connection.pageInfo, route, length === connection.count.value ? of : `${length} of ${of}`);
}

/** The addresses of the first and the next page of the list of a view. */
export function nextPage({ hasNextPage, endCursor }, route, shown = '') {
  return html`<nav class="pages" aria-label=${labelled('Pages')}>
    <span>${shown}</span>
    ${route.query.has('after') ? html`<a href=${at(route, 'after')}>First page</a>` : nothing}
    ${hasNextPage ? html`<a href=${at(route, 'after', endCursor)}>Next page</a>` : nothing}
  </nav>`;
}

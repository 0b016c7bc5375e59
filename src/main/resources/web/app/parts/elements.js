// Small parts that most views have.

import { html, nothing } from 'lit';
import { graphiqlHref } from '../documents.js';
import { changed, evidenceHref, href } from '../route.js';
import { titleOf } from '../subjects.js';
import { number, words } from '../words.js';

/** A link to an object. */
export const link = (list, { slug, code, name }) => html`<a href=${href(list, slug ?? code)}>${name}</a>`;

/** Links, separated by commas. */
export const links = (list, nodes) => nodes.map((node, index) => html`${index ? ', ' : ''}${link(list, node)}`);

/** A value that opens its evidence. Without a value there is nothing to show. */
export function value(id, property, shown, name = words(property ?? 'record')) {
  return shown
    ? html`<a class="value" href=${evidenceHref(id, property)} title="Who says so">${shown}<span class="unseen">, ${name.toLowerCase()}: who says so</span></a>`
    : nothing;
}

/** How well something is supported. The shape differs as well, so that nobody needs the colour. */
export const standing = (of) => html`<span class="standing ${of.toLowerCase()}">${words(of)}</span>`;

/** A standing that opens the evidence of the object as a whole. */
export const supported = (id, of) => html`<a class="plain" href=${evidenceHref(id)}>${standing(of)}<span class="unseen">: who says so</span></a>`;

export const chip = (text) => html`<span class="chip">${text}</span>`;

/** A link to the query of a view in GraphiQL, where that is served. */
export function queryLink({ name, variables }) {
  const address = name && graphiqlHref(name, variables);
  return address ? html`<a href=${address}>This view’s query in GraphiQL</a>` : nothing;
}

/** A link to a document. */
export const source = (citation) => html`<a href=${href('citations', citation.key)}>${titleOf(citation)}</a>`;

/** Terms and their descriptions, without those that have none. */
export function details(entries) {
  const known = entries.filter(([, content]) => content && content !== nothing);
  return html`<dl class="details">${known.map(([name, content]) => html`<div><dt>${name}</dt><dd>${content}</dd></div>`)}</dl>`;
}

/** A section with a heading, of a connection or a list, if there is anything in it; or without a number, if a condition holds. */
export function section(title, of, content) {
  const counted = typeof of !== 'boolean';
  const shown = counted ? lengthOf(of) > 0 : of;
  return shown ? html`<section aria-label=${title}><h2>${title}${counted ? html` <small>${totalOf(of)}</small>` : nothing}</h2>${content}</section>` : nothing;
}

const lengthOf = (of) => (of.nodes ?? of.edges ?? of).length;

/** How many items a connection has; at least, if there are too many to count. */
export const total = ({ value: counted, precision }) => `${number(counted)}${precision === 'AT_LEAST' ? '+' : ''}`;

const totalOf = (of) => (of.count ? total(of.count) : of.length);

/** How many items of a connection are not shown. */
export const more = (connection) => connection.count.value - lengthOf(connection);

const restOf = (connection, one) => `and ${total({ ...connection.count, value: more(connection) })} more ${more(connection) === 1 ? one : `${one}s`}`;

/** Says that a list is longer than what is shown. */
export function rest(connection, one, address) {
  if (more(connection) <= 0) {
    return nothing;
  }
  const text = restOf(connection, one);
  return html`<p class="rest">${address ? html`<a href=${address}>${text}</a>` : text}</p>`;
}

/** Links to the objects of a connection, and how many there are besides; nothing if there are none. */
export function linked(list, connection, one) {
  const { nodes } = connection;
  return nodes.length ? html`${links(list, nodes)}${more(connection) > 0 ? ` ${restOf(connection, one)}` : nothing}` : nothing;
}

/** Links to the documents of a connection, and how many there are besides; nothing if there are none. */
export function sources(connection) {
  const { nodes } = connection;
  return nodes.length
    ? html`${nodes.map((one, index) => html`${index ? ', ' : ''}${source(one)}`)}${more(connection) > 0 ? ` ${restOf(connection, 'document')}` : nothing}`
    : nothing;
}

/** How much of a list is shown, and the addresses of its first and its next page. */
export function pages(connection, one, route) {
  const length = lengthOf(connection);
  const { value: counted } = connection.count;
  const of = `${total(connection.count)} ${counted === 1 ? one : `${one}s`}`;
  return nextPage(connection.pageInfo, route, length === counted ? of : `${length} of ${of}`);
}

/** The addresses of the first and the next page of a list. */
export function nextPage({ hasNextPage, endCursor }, route, shown = '') {
  const at = (after) => changed(route, (query) => (after ? query.set('after', after) : query.delete('after')));
  return html`<nav class="pages" aria-label="Pages">
    <span>${shown}</span>
    ${route.query.has('after') ? html`<a href=${at('')}>First page</a>` : nothing}
    ${hasNextPage ? html`<a href=${at(endCursor)}>Next page</a>` : nothing}
  </nav>`;
}

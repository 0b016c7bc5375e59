// Small parts that most views have.

import { html, nothing } from 'lit';
import { changed, evidenceHref, href } from '../route.js';
import { titleOf } from '../subjects.js';
import { count, words } from '../words.js';

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

/** A link to a document. */
export const source = (citation) => html`<a href=${href('citations', citation.key)}>${titleOf(citation) || citation.key}</a>`;

/** Terms and their descriptions, without those that have none. */
export function details(entries) {
  const known = entries.filter(([, content]) => content && content !== nothing);
  return html`<dl class="details">${known.map(([name, content]) => html`<div><dt>${name}</dt><dd>${content}</dd></div>`)}</dl>`;
}

/** A section with a heading; none if there is nothing in it. */
export function section(title, total, content, id) {
  return total
    ? html`<section id=${id ?? nothing} aria-label=${title}><h2>${title}${total === true ? nothing : html` <small>${total}</small>`}</h2>${content}</section>`
    : nothing;
}

/** Says that a list is longer than what is shown. */
export function rest(shown, total, one, address) {
  if (total <= shown) {
    return nothing;
  }
  const text = `and ${count(total - shown, `more ${one}`)}`;
  return html`<p class="rest">${address ? html`<a href=${address}>${text}</a>` : text}</p>`;
}

/** How much of a list is shown, and the addresses of its first and its next page. */
export function pages({ nodes, totalCount, pageInfo }, one, route) {
  const at = (after) => changed(route, (query) => (after ? query.set('after', after) : query.delete('after')));
  return html`<nav class="pages" aria-label="Pages">
    <span>${nodes.length === totalCount ? count(totalCount, one) : `${nodes.length} of ${count(totalCount, one)}`}</span>
    ${route.query.has('after') ? html`<a href=${at('')}>First page</a>` : nothing}
    ${pageInfo.hasNextPage ? html`<a href=${at(pageInfo.endCursor)}>Next page</a>` : nothing}
  </nav>`;
}

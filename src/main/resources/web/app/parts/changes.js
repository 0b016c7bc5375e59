// Changes of the catalogue in a list.

import { html, nothing } from 'lit';
import { labelled } from '../context.js';
import { changed, href, hrefAsOf } from '../route.js';
import { subjectOf } from '../subjects.js';
import { stated, time, words } from '../words.js';

export const changeList = (entries) => html`<ol class="changes">${entries.map(change)}</ol>`;

/** The addresses of the newest changes, and of those before a cursor, if there are any. */
export const changePages = (route, before) => html`<nav class="pages" aria-label=${labelled('Pages')}>
  ${route.query.has('before') ? html`<a href=${changed(route, (query) => query.delete('before'))}>Newest changes</a>` : nothing}
  ${before ? html`<a href=${changed(route, (query) => query.set('before', before))}>Earlier changes</a>` : nothing}
</nav>`;

/** One change: of what, by whom, and what it was before. */
function change(entry) {
  const { revision, at, kind, type, nodeId, subject, operation, properties, node } = entry;
  const { text, href: address } = node ? subjectOf(node) : { text: words(type) };
  return html`<li>
    <p><span class="chip">${words(kind)}</span> ${address ? html`<a href=${hrefAsOf(address)}>${text}</a>` : text}
      <span class="quiet">${node ? words(type) : nothing}</span></p>
    <p class="quiet"><time datetime=${at}>${time(at)}</time>, revision ${revision}, by ${subject}${operation ? `, ${operation}` : nothing} ·
      <a href=${hrefAsOf(href('changes', nodeId), node ? undefined : `revision-${revision - 1}`)}>history</a>${address ? html` · <a href=${beside(address, revision)}>before and after</a>` : nothing}</p>
    <ul class="plain-list">${properties.map(property)}</ul>
  </li>`;
}

const beside = (address, revision) => hrefAsOf(address, `revision-${revision - 1}`, `revision-${revision}`);

const property = ({ name, before, after }) => html`<li><span class="kind">${words(name)}</span>
  ${before === null ? nothing : html`<del>${stated(before)}</del> → `}${after === null ? 'no value' : html`<ins>${stated(after)}</ins>`}</li>`;

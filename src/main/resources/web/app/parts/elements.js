// Small parts that most views have.

import { html, nothing } from 'lit';
import { labelled } from '../context.js';
import { graphiqlHref } from '../documents.js';
import { href } from '../route.js';
import { titleOf } from '../subjects.js';
import { lengthOf, total } from './pages.js';
import { supported } from './values.js';

/** A link to an object. */
export const link = (list, { slug, code, name }) => html`<a href=${href(list, slug ?? code)}>${name}</a>`;

function listed(nodes, item, after = nothing) {
  const items = nodes.map((node, index) => html`${index ? ', ' : ''}${item(node)}`);
  return nodes.length ? html`${items}${after === nothing ? nothing : ' '}${after}` : nothing;
}

/** Links, separated by commas, and what follows them; nothing if there are none. */
export const links = (list, nodes, after) => listed(nodes, (node) => link(list, node), after);

/** A link to a document. */
export const source = (citation) => html`<a href=${href('citations', citation.key)}>${titleOf(citation)}</a>`;

/** Links to documents, and what follows them; nothing if there are none. */
export const sources = (nodes, after) => listed(nodes, source, after);

/** Those parts of a line that there are. */
export const dotted = (parts) => parts.filter((part) => part && part !== nothing).map((part, index) => html`${index ? ' · ' : ''}${part}`);

export const chip = (text) => html`<span class="chip">${text}</span>`;

/** A link to the query of a view in GraphiQL, where that is served. */
export function queryLink({ name, variables, asOf }) {
  const address = name && graphiqlHref(name, variables, asOf);
  return address ? html`<a href=${address}>This view’s query in GraphiQL</a>` : nothing;
}

/** What a view begins with: the kind of its record, its name, and its properties. */
export const header = (kicker, it, entries, lead = nothing) => html`<header>
  <p class="kicker">${kicker}</p>
  <h1 tabindex="-1">${it.name}</h1>
  ${lead}
  ${details([...entries, ['Supported', supported(it.id, it.standing)], ['History', historyLink(it)]])}
</header>`;

/** A link to the changes of a record. */
export const historyLink = ({ id }) => html`<a href=${href('changes', id)}>What changed</a>`;

/** Terms and their descriptions, without those that have none. */
export function details(entries) {
  const known = entries.filter(([, content]) => content && content !== nothing && content.length !== 0);
  return html`<dl class="details">${known.map(([name, content]) => html`<div><dt>${name}</dt><dd>${content}</dd></div>`)}</dl>`;
}

/** A section with a heading, of a connection or a list, if there is anything in it; or without a number, if a condition holds. */
export function section(title, of, content) {
  const counted = typeof of !== 'boolean';
  const shown = counted ? lengthOf(of) > 0 : of;
  return shown ? html`<section aria-label=${labelled(title)}><h2 tabindex="-1">${title}${counted ? html` <small>${totalOf(of)}</small>` : nothing}</h2>${content}</section>` : nothing;
}

const totalOf = (of) => (of.count ? total(of.count) : of.length);

// The panel with the evidence of one value, on top of a view.

import { html, nothing } from 'lit';
import { inContext } from './context.js';
import { historyLink } from './parts/elements.js';
import { claimList, sides } from './parts/evidence.js';
import { elsewhere } from './parts/pages.js';
import { evidenceHref } from './route.js';
import { stated, words } from './words.js';

/** With a property, the claims about the record as a whole are those that name no property. */
export const EVIDENCE = {
  document: 'evidence',
  variables: ({ query }) => {
    const property = query.get('of') ?? undefined;
    return {
      id: query.get('evidence'),
      property,
      explained: Boolean(property),
      filter: property && { property: { isNull: true } },
      claims: query.get('claims') ?? undefined,
    };
  },
};

/** What is claimed about a property, or about the record as a whole. Its links stay in the column that it was opened in. */
export const evidence = ({ data, route: { query } }) => inContext({ suffix: query.has('beside') ? 'beside' : '' }, () => content(data, query));

function content({ node }, query) {
  if (!node) {
    return html`<h2>Nothing has this ID</h2><p>It may have been removed from the catalogue.</p>`;
  }
  const of = query.get('of');
  return html`
    <p class="kicker">${words(node.__typename)} ${node.name ?? node.alias ?? ''}</p>
    <h2>${of ? words(of) : 'Who says so'}</h2>
    ${of ? explained(node, query) : claimsOf(node, query)}
    <p>${historyLink(node)}</p>`;
}

function explained({ explain, ...node }, query) {
  const cited = explain.supporting.claims.length + explain.opposing.claims.length;
  return html`
    ${explain.value === null ? html`<p class="quiet">The catalogue has no value.</p>` : html`<p class="stated">${stated(explain.value)}</p>`}
    ${cited ? sides(explain) : uncited(node, query)}`;
}

const uncited = (node, query) =>
  node.claims.nodes.length
    ? html`<p>No document is cited for this value alone. These are cited for the record as a whole:</p>${claimsOf(node, query)}`
    : html`<p>No document is cited for this value.</p>`;

function claimsOf({ claims }, query) {
  const at = (cursor) => evidenceHref(query.get('evidence'), query.get('of'), cursor);
  const { hasNextPage, endCursor } = claims.pageInfo;
  return html`${claimList(claims.nodes)}
    ${query.has('claims') ? html`<p class="rest"><a href=${at()}>First page</a>${hasNextPage ? html`, <a href=${at(endCursor)}>next page</a>` : nothing}</p>` : elsewhere(claims, 'claim', at(endCursor))}`;
}

// The panel with the evidence of one value, on top of a view.

import { html, nothing } from 'lit';
import { claimList, sides } from './parts/evidence.js';
import { rest } from './parts/elements.js';
import { words } from './words.js';

export const EVIDENCE = {
  document: 'evidence',
  variables: ({ query }) => {
    const of = query.get('of');
    return { id: query.get('evidence'), property: of ?? '', explained: Boolean(of), whole: !of };
  },
};

/** What is claimed about a property, or about the object as a whole. */
export function evidence({ data: { node }, route: { query } }) {
  if (!node) {
    return html`<h2>Nothing has this ID</h2><p>It may have been removed from the catalogue.</p>`;
  }
  const name = node.name ?? node.alias ?? '';
  const of = query.get('of');
  return html`
    <p class="kicker">${words(node.__typename)} ${name}</p>
    <h2>${of ? words(of) : 'Who says so'}</h2>
    ${of ? explained(node.explain) : html`${claimList(node.claims.nodes)}${rest(node.claims, 'claim')}`}`;
}

const explained = (explanation) => html`
  ${explanation.value === null ? html`<p class="quiet">The catalogue has no value.</p>` : html`<p class="stated">${explanation.value}</p>`}
  ${sides(explanation)}
  ${explanation.supporting.claims.length + explanation.opposing.claims.length ? nothing : html`<p>No document is cited for this value.</p>`}`;

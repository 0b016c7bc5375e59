import { html, nothing } from 'lit';
import { nextPage } from '../parts/pages.js';
import { href, listOf } from '../route.js';
import { words } from '../words.js';

/** Everything that a name half remembered leads to. */
export const search = {
  document: 'search',
  variables: ({ query }) => ({ text: query.get('q'), after: query.get('after') ?? undefined }),
  invalid: ({ query }) => (query.get('q')?.trim() ? undefined : ['Nothing to search for', 'Type a name, or a part of one.']),
  find: (data) => data.search,
  render: ({ edges, pageInfo }, route) => {
    const text = route.query.get('q');
    return html`
      <header><p class="kicker">Search</p><h1 tabindex="-1">“${text}”</h1></header>
      ${edges.length
        ? html`<ol class="hits">${edges.map(hit)}</ol>`
        : html`<p>Nothing has a name like this. Try a part of it. <a href=${href('', '')}>All brands</a></p>`}
      ${nextPage(pageInfo, route)}`;
  },
};

function hit({ node, stage, textMatches }) {
  const address = href(listOf(node.__typename), node.slug ?? node.code ?? node.key);
  const own = textMatches.find(({ text }) => text === node.displayName);
  return html`<li>
    <a href=${address}>${own ? highlighted(own) : node.displayName}</a>
    <span class="quiet">${words(node.__typename)}${stage === 'FUZZY' ? ', similar' : nothing}</span>
    ${textMatches.filter((match) => match !== own).map((match) => html`<span class="quiet">${words(match.property)}: ${highlighted(match)}</span>`)}
  </li>`;
}

/** A text with what matches marked. */
function highlighted({ text, highlights }) {
  let from = 0;
  const parts = highlights.map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return html`${before}<mark>${text.slice(start, end)}</mark>`;
  });
  return html`${parts}${text.slice(from)}`;
}

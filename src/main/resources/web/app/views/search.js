import { html } from 'lit';
import { link, rest, section } from '../parts/elements.js';
import { listOf } from '../route.js';

const KINDS = { brands: 'Brands', partnerships: 'Partnerships', devices: 'Devices', markets: 'Markets' };

/** Everything that a name leads to. */
export const search = {
  document: 'search',
  variables: ({ query }) => ({ text: query.get('q') }),
  invalid: ({ query }) => (query.get('q')?.trim() ? undefined : 'There is nothing to search for. Type a name, or a part of one.'),
  title: (found, { query }) => `“${query.get('q')}”`,
  find: (data) => data,
  render: (found, { query }) => html`
    <header><p class="kicker">Search</p><h1 tabindex="-1">“${query.get('q')}”</h1></header>
    ${Object.entries(KINDS).map(([name, title]) => section(title, found[name].totalCount, hits(found[name])))}
    ${Object.keys(KINDS).some((name) => found[name].totalCount) ? '' : html`<p>Nothing has this name. Check the spelling, or try a part of the name. <a href="#/">All brands</a></p>`}`,
};

const hits = ({ nodes, totalCount }) => html`<ul class="cards">${nodes.map((node) => html`<li><strong>${link(listOf(node.__typename), node)}</strong></li>`)}</ul>${rest(nodes.length, totalCount, 'result')}`;

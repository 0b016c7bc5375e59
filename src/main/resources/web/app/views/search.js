import { html } from 'lit';
import { link, rest, section } from '../parts/elements.js';

const KINDS = { brands: 'Brands', partnerships: 'Partnerships', devices: 'Devices', markets: 'Markets' };

/** Everything that a name leads to. */
export const search = {
  document: 'search',
  variables: ({ query }) => ({ text: query.get('q') }),
  invalid: ({ query }) => (query.get('q')?.trim() ? undefined : ['Nothing to search for', 'Type a name, or a part of one.']),
  find: (data) => data,
  render: (found, { query }) => html`
    <header><p class="kicker">Search</p><h1 tabindex="-1">“${query.get('q')}”</h1></header>
    ${Object.entries(KINDS).map(([list, title]) => section(title, found[list], hits(list, found[list])))}
    ${Object.keys(KINDS).some((list) => found[list].nodes.length) ? '' : html`<p>Nothing has this name. Check the spelling, or try a part of the name. <a href="#/">All brands</a></p>`}`,
};

const hits = (list, connection) => html`<ul class="cards">${connection.nodes.map((node) => html`<li><strong>${link(list, node)}</strong></li>`)}</ul>${rest(connection, 'result')}`;

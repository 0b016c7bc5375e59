import { html } from 'lit';
import { chip, dotted, link } from '../parts/elements.js';
import { pages, total } from '../parts/pages.js';
import { value } from '../parts/values.js';
import { labelled } from '../context.js';
import { changed } from '../route.js';

const KINDS = { '': 'All', REGION: 'Regions', COUNTRY: 'Countries' };

/** All regions and countries. */
export const markets = {
  document: 'markets',
  variables: ({ query }) => ({
    after: query.get('after') ?? undefined,
    filter: query.has('kind') ? { kind: { eq: query.get('kind') } } : undefined,
  }),
  find: (data) => data.markets,
  render: (connection, route) => html`
    <header>
      <h1 tabindex="-1">Markets</h1>
      <nav class="choices" aria-label=${labelled('Kinds of markets')}>${Object.keys(KINDS).map((kind) => choice(route, kind))}</nav>
    </header>
    <ul class="cards">${connection.nodes.map((market) => html`<li>
      <strong>${link('markets', market)}</strong>
      <span class="quiet">${dotted([market.code, value(market.id, 'currency', market.currency, `currency of ${market.name}`)])}</span>
      ${market.launches.count.value ? chip(`${total(market.launches.count)} launched`) : ''}
    </li>`)}</ul>
    ${pages(connection, 'market', route)}`,
};

function choice(route, kind) {
  const current = (route.query.get('kind') ?? '') === kind;
  const address = changed(route, (query) => {
    query.delete('after');
    query.delete('kind');
    if (kind) {
      query.set('kind', kind);
    }
  });
  return html`<a href=${address} aria-current=${current ? 'true' : 'false'}>${KINDS[kind]}</a>`;
}

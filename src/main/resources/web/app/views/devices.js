import { html, nothing } from 'lit';
import { milestone } from '../parts/devices.js';
import { chip, link, links, pages, supported } from '../parts/elements.js';
import { changed } from '../route.js';
import { date, money, words } from '../words.js';

/** The facets on the left: the filter that each value stands for. */
const FACETS = {
  kind: { name: 'Kind', values: ['MODEL', 'SERIES'] },
  status: { name: 'Status', values: ['EXPECTED', 'ANNOUNCED', 'RELEASED', 'DISCONTINUED', 'CANCELLED'] },
  standing: { name: 'Standing', values: ['CONFIRMED', 'REPORTED', 'RUMOURED', 'DISPUTED', 'RETRACTED'] },
};

function filterOf({ query }) {
  const conditions = Object.keys(FACETS)
    .filter((name) => query.has(name))
    .map((name) => ({ [name]: { in: query.getAll(name) } }));
  if (query.has('brand')) {
    conditions.push({ brand: { in: query.getAll('brand') } });
  }
  if (query.has('partnership')) {
    conditions.push({ partnerships: { some: { slug: { in: query.getAll('partnership') } } } });
  }
  if (query.has('market')) {
    conditions.push({ launches: { some: { market: { in: query.getAll('market') } } } });
  }
  return conditions.length ? { and: conditions } : undefined;
}

/** Devices, narrowed down by facets. */
export const devices = {
  document: 'devices',
  variables: (route) => ({ filter: filterOf(route), after: route.query.get('after') ?? undefined }),
  title: () => 'Devices',
  find: (data) => data.devices,
  render: (connection, route) => html`
    <header><h1 tabindex="-1">Devices</h1></header>
    <div class="faceted">
      <nav class="facets" aria-label="Narrow down">${Object.entries(FACETS).map(([name, facet]) => facetOf(route, name, facet))}</nav>
      <div>
        <ul class="cards wide">${connection.nodes.map(item)}</ul>
        ${pages(connection, 'device', route)}
      </div>
    </div>`,
};

function facetOf(route, name, facet) {
  return html`<section aria-label=${facet.name}><h2>${facet.name}</h2><ul>${facet.values.map((of) => bucket(route, name, of))}</ul></section>`;
}

function bucket(route, name, of) {
  const chosen = route.query.getAll(name).includes(of);
  const address = changed(route, (query) => {
    query.delete('after');
    if (chosen) {
      query.delete(name, of);
    } else {
      query.append(name, of);
    }
  });
  return html`<li><a href=${address} aria-current=${chosen ? 'true' : 'false'}>${words(of)}</a></li>`;
}

const item = (device) => html`<li>
  <strong>${link('devices', device)}</strong>
  <span class="quiet">${link('brands', device.brand)}${[device.kind === 'SERIES' ? 'Series' : '', milestone(device), device.chipset].filter(Boolean).map((text) => ` · ${text}`)}</span>
  ${device.partnerships.nodes.length ? html`<span class="quiet">${links('partnerships', device.partnerships.nodes)}</span>` : nothing}
  ${device.launches.nodes.map(launch)}${device.launches.totalCount > device.launches.nodes.length ? chip(`and ${device.launches.totalCount - device.launches.nodes.length} more markets`) : nothing}
  ${supported(device.id, device.standing)}
</li>`;

const launch = ({ status, launchedOn, market, price }) => html`<span class="launch">${link('markets', market)}
  ${words(status).toLowerCase()}${launchedOn ? ` ${date(launchedOn)}` : ''}${price ? html`, <b>${money(price)}</b>` : nothing}</span>`;

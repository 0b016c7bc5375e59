import { html, nothing } from 'lit';
import { milestone } from '../parts/devices.js';
import { dotted, link, links } from '../parts/elements.js';
import { chosenFilters, facets, invalidFilters, numberOfValues } from '../parts/facets.js';
import { elsewhere, pages } from '../parts/pages.js';
import { supported, value } from '../parts/values.js';
import { changed, href } from '../route.js';
import { date, money, words } from '../words.js';

/** The facets that the document requests, and their names for people. */
const FACETS = {
  BRAND: 'Brand',
  PARTNERSHIPS: 'Partnership',
  STATUS: 'Status',
  KIND: 'Kind',
  RELEASED_ON: 'Released in',
  LAUNCHES_MARKET: 'Market',
  CHIPSET: 'Chipset',
  STANDING: 'Standing',
};
const NAMES = Object.keys(FACETS);

/** Devices of a brand, and those that carry its work. */
const workOf = (brand) => ({ or: [{ brand: { eq: brand } }, { partnerships: { some: { members: { some: { brand: { eq: brand } } } } } }] });

function filterOf(route) {
  const work = route.query.get('work');
  const and = [...chosenFilters(route, NAMES), ...(work ? [workOf(work)] : [])];
  return and.length ? { and } : undefined;
}

/** Devices, narrowed down by facets. */
export const devices = {
  document: 'devices',
  variables: (route) => ({ filter: filterOf(route), values: numberOfValues(route), after: route.query.get('after') ?? undefined }),
  invalid: (route) => invalidFilters(route, NAMES),
  find: (data) => data.devices,
  render: (connection, route) => html`
    <header>
      <h1 tabindex="-1">Devices</h1>
      ${route.query.has('work') ? html`<p>That carry the work of ${link('brands', { slug: route.query.get('work'), name: route.query.get('work') })}. <a href=${changed(route, (query) => query.delete('work'))}>All devices</a></p>` : nothing}
    </header>
    <div class="faceted">
      ${facets(connection.facets, FACETS, route)}
      <div>
        <ul class="cards wide">${connection.nodes.map(item)}</ul>
        ${connection.nodes.length ? nothing : html`<p>No device has all of this. <a href=${href('devices', '')}>All devices</a></p>`}
        ${pages(connection, 'device', route)}
      </div>
    </div>`,
};

const item = (device) => html`<li>
  <strong>${link('devices', device)}</strong>
  <span class="quiet">${dotted([link('brands', device.brand), device.kind === 'SERIES' ? 'Series' : '', milestone(device), value(device.id, 'chipset', device.chipset)])}</span>
  <span class="quiet">${links('partnerships', device.partnerships.nodes, elsewhere(device.partnerships, 'partnership', href('devices', device.slug)))}</span>
  ${device.launches.nodes.map(launch)}
  ${elsewhere(device.launches, 'launch', href('devices', device.slug))}
  ${supported(device.id, device.standing, '', device.name)}
</li>`;

const launch = ({ id, status, launchedOn, market, prices }) => html`<span class="launch">${link('markets', market)}
  ${value(id, '', [words(status).toLowerCase(), launchedOn && date(launchedOn)].filter(Boolean).join(' '), `launch in ${market.name}`)}${prices.slice(-1).map(price)}</span>`;

const price = ({ id, ...of }) => html`, <b>${value(id, '', money(of), 'price')}</b>`;

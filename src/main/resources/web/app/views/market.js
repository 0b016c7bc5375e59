import { html, nothing } from 'lit';
import { figures } from '../parts/figures.js';
import { details, link, linked, links, rest, section, supported, value } from '../parts/elements.js';
import { launchTable } from '../parts/launches.js';
import { lifetime } from '../parts/timeline.js';
import { changed } from '../route.js';
import { date, span, words } from '../words.js';

/** A market: with which partners phones may be sold there on a day, and what was launched. */
export const market = {
  document: 'market',
  variables: ({ key, query }) => ({ code: key, on: query.get('on') ?? undefined }),
  find: (data) => data.market,
  render: (it, route) => html`
    <header>
      <p class="kicker">${it.kind === 'REGION' ? 'Region' : 'Country'}</p>
      <h1 tabindex="-1">${it.name}</h1>
      ${details([
        ['Code', it.code],
        ['Currency', value(it.id, 'currency', it.currency)],
        ['Lies in', linked('markets', it.parents, 'market')],
        ['Contains', linked('markets', it.children, 'market')],
        ['Home of', linked('brands', it.brands, 'brand')],
        ['Supported', supported(it.id, it.standing)],
      ])}
    </header>
    ${section('Who may sell here', true, sellers(it, route))}
    ${section('Launches and prices', it.launches, html`${launchTable(it.launches.nodes, 'Device', ({ device }) => html`${link('devices', device)} <span class="quiet">${device.brand.name}</span>`)}${rest(it.launches, 'launch')}`)}
    ${section('Events', it.events, html`<ul class="plain-list">${it.events.nodes.map((event) => html`<li>${link('events', event)} ${event.on ? date(event.on) : nothing}</li>`)}</ul>${rest(it.events, 'event')}`)}
    ${section('Figures', it.figures, html`${figures(it.figures.nodes)}${rest(it.figures, 'figure')}`)}`,
};

function sellers({ name, partnerships }, route) {
  const on = route.query.get('on') ?? '';
  const choose = ({ target }) => {
    location.hash = changed(route, (query) => (target.value ? query.set('on', target.value) : query.delete('on')));
  };
  return html`
    <p><label>On <input type="date" name="on" .value=${on} @change=${choose}></label> <span class="quiet">${on ? '' : 'today'}</span></p>
    ${partnerships.edges.length
      ? html`<ul class="cards wide">${partnerships.edges.map(seller)}</ul>${rest(partnerships, 'partnership')}`
      : html`<p class="quiet">No document names a partnership for ${name} on this day.</p>`}`;
}

/** What a territory means depends on whether the partnership is active on that day. */
const VERDICTS = { allowed: 'may sell phones of', refused: 'may not sell phones of', inactive: 'has no active partnership:' };

function verdict(included, status) {
  if (status !== 'ACTIVE') {
    return 'inactive';
  }
  return included ? 'allowed' : 'refused';
}

function seller({ included, exclusive, territory, node }) {
  const makers = node.members.filter(({ role }) => role === 'HANDSET_MAKER').map(({ brand }) => brand);
  return html`<li class=${verdict(included, node.status)}>
    <strong>${links('brands', makers)}</strong>
    <span>${VERDICTS[verdict(included, node.status)]} ${link('partnerships', node)}</span>
    <span class="quiet">${node.status === 'UNKNOWN' ? nothing : `${words(node.status)}, `}${lifetime(node)}</span>
    <span>${value(territory.id, 'included', [included ? 'Included' : 'Excluded', exclusive ? 'exclusive' : '', span(territory.since, territory.until)].filter(Boolean).join(', '), `territory ${territory.market.name}`)} by the territory ${link('markets', territory.market)}</span>
  </li>`;
}

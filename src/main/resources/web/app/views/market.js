import { html, nothing } from 'lit';
import { header, link, links, section } from '../parts/elements.js';
import { eventList } from '../parts/events.js';
import { figures } from '../parts/figures.js';
import { launchTable } from '../parts/launches.js';
import { cursors, further, rest } from '../parts/pages.js';
import { lifetime } from '../parts/timeline.js';
import { sourced, value } from '../parts/values.js';
import { changed } from '../route.js';
import { span, words } from '../words.js';

const PAGES = ['parents', 'children', 'brands', 'partnerships', 'launches', 'events', 'figures'];

/** A market: with which partners phones may be sold there on a day, and what was launched. */
export const market = {
  document: 'market',
  variables: (route) => ({ code: route.key, on: route.query.get('on') ?? undefined, ...cursors(route, PAGES) }),
  find: (data) => data.market,
  render: (it, route) => html`
    ${header(it.kind === 'REGION' ? 'Region' : 'Country', it, [
      ['Code', it.code],
      ['Currency', value(it.id, 'currency', it.currency)],
      ['Lies in', sourced(it.id, 'parents', list('markets', it, 'parents', route, 'market'))],
      ['Contains', list('markets', it, 'children', route, 'market')],
      ['Home of', list('brands', it, 'brands', route, 'brand')],
    ])}
    ${section('Who may sell here', true, sellers(it, route))}
    ${section('Launches and prices', it.launches, html`${launchTable(it.launches.nodes, 'Device', ({ device }) => html`${link('devices', device)} <span class="quiet">${device.brand.name}</span>`)}${rest(it.launches, 'launch', route, 'launches')}`)}
    ${section('Events', it.events, html`${eventList(it.events.nodes)}${rest(it.events, 'event', route, 'events')}`)}
    ${section('Figures', it.figures, html`${figures(it.figures.nodes)}${rest(it.figures, 'figure', route, 'figures')}`)}`,
};

const list = (of, it, name, route, one) => links(of, it[name].nodes, further(it[name], one, route, name));

function sellers({ name, partnerships }, route) {
  const on = route.query.get('on') ?? '';
  const choose = ({ target }) => {
    location.hash = changed(route, (query) => (target.value ? query.set('on', target.value) : query.delete('on')));
  };
  return html`
    <p><label>On <input type="date" name="on" .value=${on} @change=${choose}></label> <span class="quiet">${on ? '' : 'the day that is shown'}</span></p>
    ${partnerships.edges.length
      ? html`<ul class="cards wide">${partnerships.edges.map(seller)}</ul>${rest(partnerships, 'partnership', route, 'partnerships')}`
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
    <span class="quiet">${node.status === 'UNKNOWN' ? nothing : `${words(node.status)}, `}${value(node.id, '', lifetime(node), node.name)}</span>
    <span>${value(territory.id, '', [included ? 'Included' : 'Excluded', exclusive ? 'exclusive' : '', span(territory.since, territory.until)].filter(Boolean).join(', '), `territory ${territory.market.name}`)} by the territory ${link('markets', territory.market)}</span>
  </li>`;
}

import { html } from 'lit';
import { figures } from '../parts/figures.js';
import { header, link, links, section, source } from '../parts/elements.js';
import { deviceList } from '../parts/devices.js';
import { cursors, elsewhere, further, rest } from '../parts/pages.js';
import { timeline } from '../parts/timeline.js';
import { sourced, value } from '../parts/values.js';
import { href } from '../route.js';
import { subjectOf } from '../subjects.js';
import { span, words } from '../words.js';

const PAGES = ['subBrands', 'partnerships', 'timeline', 'figures', 'affectedBy'];

/** A brand, its partnerships over time, its devices and its figures. */
export const brand = {
  document: 'brand',
  variables: (route) => ({ slug: route.key, ...cursors(route, PAGES) }),
  find: (data) => data.brand,
  render: (it, route) => html`
    ${header('Brand', it, [
      ['Makes', value(it.id, 'makes', it.makes.map(words).join(', '))],
      ['Home', it.homeMarket && sourced(it.id, 'homeMarket', link('markets', it.homeMarket))],
      ['Also called', aliases(it)],
      ['Owned by', it.ownerships.map(ownership)],
      ['Sub-brands', links('brands', it.subBrands.nodes, further(it.subBrands, 'brand', route, 'subBrands'))],
    ])}
    ${section('Timeline', [...it.partnerships.edges, ...it.timeline.nodes].length > 0, html`
      ${timeline(`Timeline of ${it.name}`, it.partnerships.edges.map(({ node }) => node), it.timeline)}
      ${rest(it.partnerships, 'partnership', route, 'partnerships')}${rest(it.timeline, 'dated fact', route, 'timeline')}`)}
    ${section('Devices', it.devices, html`${deviceList(it.devices.nodes)}<p>${elsewhere(it.devices, 'device', href('devices', '', { work: it.slug }))}</p>`)}
    ${section('Figures', it.figures, html`${figures(it.figures.nodes)}${rest(it.figures, 'figure', route, 'figures')}`)}
    ${affected(it, route)}`,
};

const ownership = ({ id, owner, since, until }) =>
  html`<span>${link('brands', owner)} ${value(id, '', span(since, until) || 'sources', `ownership by ${owner.name}`)}</span> `;

/** Other names of a record. Each has evidence of its own. */
export const aliases = ({ aliases: all }) =>
  all.map(({ id, text }, index) => html`${index ? ', ' : ''}${value(id, '', text, 'name')}`);

/** Claims about something else that would affect a record. */
export const affected = ({ affectedBy }, route) =>
  section('Claims that would affect it', affectedBy, html`<ul class="plain-list">${affectedBy.edges.map(effect)}</ul>${rest(affectedBy, 'claim', route, 'affectedBy')}`);

function effect({ kind, node }) {
  const { text, href: address } = subjectOf(node.subject);
  return html`<li><span class="kind">${words(kind)}</span>
    ${node.property ? words(node.property) : 'A change'} of ${address ? html`<a href=${address}>${text}</a>` : text},
    ${words(node.likelihood).toLowerCase()}: ${source(node.citation)}</li>`;
}

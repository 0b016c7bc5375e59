import { html } from 'lit';
import { figures } from '../parts/figures.js';
import { details, link, linked, rest, section, source, supported, value } from '../parts/elements.js';
import { deviceList } from '../parts/devices.js';
import { timeline } from '../parts/timeline.js';
import { href } from '../route.js';
import { subjectOf } from '../subjects.js';
import { span, words } from '../words.js';

/** A brand, its partnerships over time, its devices and its figures. */
export const brand = {
  document: 'brand',
  variables: ({ key }) => ({ slug: key }),
  find: (data) => data.brand,
  render: (it) => html`
    <header>
      <p class="kicker">Brand</p>
      <h1 tabindex="-1">${it.name}</h1>
      ${details([
        ['Makes', value(it.id, 'makes', it.makes.map(words).join(', '))],
        ['Home', it.homeMarket && html`${link('markets', it.homeMarket)} ${value(it.id, 'homeMarket', 'sources')}`],
        ['Also called', it.aliases.length ? it.aliases.map(({ id, text }, index) => html`${index ? ', ' : ''}${value(id, 'text', text)}`) : ''],
        ['Owned by', it.ownerships.length ? it.ownerships.map(ownership) : ''],
        ['Sub-brands', linked('brands', it.subBrands, 'brand')],
        ['Supported', supported(it.id, it.standing)],
      ])}
    </header>
    ${section('Timeline', [...it.partnerships.edges, ...it.timeline.nodes].length > 0, html`${timeline(`Timeline of ${it.name}`, it.partnerships.edges.map(({ node }) => node), it.timeline)}${rest(it.partnerships, 'partnership')}`)}
    ${section('Devices', it.devices, html`${deviceList(it.devices.nodes)}${rest(it.devices, 'device', href('devices', '', { work: it.slug }))}`)}
    ${section('Figures', it.figures, html`${figures(it.figures.nodes)}${rest(it.figures, 'figure')}`)}
    ${section('Claims that would affect it', it.affectedBy, html`<ul class="plain-list">${it.affectedBy.edges.map(effect)}</ul>${rest(it.affectedBy, 'claim')}`)}`,
};

const ownership = ({ id, owner, since, until }) =>
  html`<span>${link('brands', owner)} ${value(id, 'owner', span(since, until) || 'sources')}</span> `;

/** A claim about something else that would affect the object. */
export function effect({ kind, node }) {
  const { text, href: address } = subjectOf(node.subject);
  return html`<li><span class="kind">${words(kind)}</span>
    ${node.property ? words(node.property) : 'A change'} of ${address ? html`<a href=${address}>${text}</a>` : text},
    ${words(node.likelihood).toLowerCase()}: ${source(node.citation)}</li>`;
}


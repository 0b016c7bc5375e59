import { html, nothing } from 'lit';
import { header, link, links, section } from '../parts/elements.js';
import { launchTable } from '../parts/launches.js';
import { cursors, further, rest } from '../parts/pages.js';
import { sourced, value } from '../parts/values.js';
import { affected, aliases } from './brand.js';
import { date, words } from '../words.js';

const PAGES = ['models', 'twins', 'launches', 'affectedBy'];

/** A device: where it was launched and for how much, its variants, and the partnerships behind it. */
export const device = {
  document: 'device',
  variables: (route) => ({ slug: route.key, ...cursors(route, PAGES) }),
  find: (data) => data.device,
  render: (it, route) => html`
    ${header(value(it.id, 'kind', it.kind === 'SERIES' ? 'Series of devices' : 'Device'), it, [
      ['Brand', sourced(it.id, 'brand', link('brands', it.brand))],
      ['Status', value(it.id, 'status', it.status && words(it.status))],
      ['Announced on', value(it.id, 'announcedOn', it.announcedOn && date(it.announcedOn))],
      ['Released on', value(it.id, 'releasedOn', it.releasedOn && date(it.releasedOn))],
      ['Chipset', value(it.id, 'chipset', it.chipset)],
      ['Hardware code', value(it.id, 'hardwareCode', it.hardwareCode)],
      ['Series', it.series && sourced(it.id, 'series', link('devices', it.series))],
      ['Same hardware as', links('devices', it.twins.nodes, further(it.twins, 'device', route, 'twins'))],
      ['Also called', aliases(it)],
      ['Partnership', it.collaborations.map(collaboration)],
    ])}
    ${section('Launches and prices', it.launches, html`${launchTable(it.launches.nodes, 'Market', ({ market }) => link('markets', market))}${rest(it.launches, 'launch', route, 'launches')}`)}
    ${section('Models', it.models, html`<p>${links('devices', it.models.nodes, further(it.models, 'model', route, 'models'))}</p>`)}
    ${section('Variants', it.variants, html`<ul class="plain-list">${it.variants.map(variant)}</ul>`)}
    ${affected(it, route)}`,
};

const collaboration = ({ id, partnership, position }) =>
  html`<span>${link('partnerships', partnership)} ${value(id, '', position ? `no. ${position}` : 'sources', partnership.name)}</span> `;

const variant = ({ id, code, market, chipset, memory, storage }) => html`<li>
  ${value(id, '', [code, memory && `${memory} GB`, storage && `${storage} GB storage`, chipset].filter(Boolean).join(', ') || 'Variant', 'variant')}${market ? html` for ${link('markets', market)}` : nothing}
</li>`;

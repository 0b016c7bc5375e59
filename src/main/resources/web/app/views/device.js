import { html, nothing } from 'lit';
import { details, link, linked, rest, section, supported, value } from '../parts/elements.js';
import { launchTable } from '../parts/launches.js';
import { effect } from './brand.js';
import { date, words } from '../words.js';

/** A device: where it was launched and for how much, its variants, and the partnerships behind it. */
export const device = {
  document: 'device',
  variables: ({ key }) => ({ slug: key }),
  find: (data) => data.device,
  render: (it) => html`
    <header>
      <p class="kicker">${it.kind === 'SERIES' ? 'Series of devices' : 'Device'}</p>
      <h1 tabindex="-1">${it.name}</h1>
      ${details([
        ['Brand', html`${link('brands', it.brand)} ${value(it.id, 'brand', 'sources')}`],
        ['Status', value(it.id, 'status', it.status && words(it.status))],
        ['Announced on', value(it.id, 'announcedOn', it.announcedOn && date(it.announcedOn))],
        ['Released on', value(it.id, 'releasedOn', it.releasedOn && date(it.releasedOn))],
        ['Chipset', value(it.id, 'chipset', it.chipset)],
        ['Hardware code', value(it.id, 'hardwareCode', it.hardwareCode)],
        ['Series', it.series && link('devices', it.series)],
        ['Same hardware as', linked('devices', it.twins, 'device')],
        ['Also called', it.aliases.length ? it.aliases.map(({ id, text }, index) => html`${index ? ', ' : ''}${value(id, 'text', text)}`) : ''],
        ['Partnership', it.collaborations.length ? it.collaborations.map(collaboration) : ''],
        ['Supported', supported(it.id, it.standing)],
      ])}
    </header>
    ${section('Launches and prices', it.launches, html`${launchTable(it.launches.nodes, 'Market', ({ market }) => link('markets', market))}${rest(it.launches, 'launch')}`)}
    ${section('Models', it.models, html`<p>${linked('devices', it.models, 'model')}</p>`)}
    ${section('Variants', it.variants, html`<ul class="plain-list">${it.variants.map(variant)}</ul>`)}
    ${section('Claims that would affect it', it.affectedBy, html`<ul class="plain-list">${it.affectedBy.edges.map(effect)}</ul>${rest(it.affectedBy, 'claim')}`)}`,
};

const collaboration = ({ id, partnership, position }) =>
  html`<span>${link('partnerships', partnership)} ${value(id, position ? 'position' : '', position ? `no. ${position}` : 'sources', `${partnership.name}`)}</span> `;

const variant = ({ id, code, market, chipset, memory, storage }) => html`<li>
  ${value(id, '', [code, memory && `${memory} GB`, storage && `${storage} GB storage`, chipset].filter(Boolean).join(', ') || 'Variant', 'variant')}${market ? html` for ${link('markets', market)}` : nothing}
</li>`;

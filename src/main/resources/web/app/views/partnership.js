import { html, nothing } from 'lit';
import { deviceList } from '../parts/devices.js';
import { chip, details, header, link, links, section } from '../parts/elements.js';
import { eventList } from '../parts/events.js';
import { sides } from '../parts/evidence.js';
import { cursors, elsewhere, further, rest } from '../parts/pages.js';
import { lifetime, timeline } from '../parts/timeline.js';
import { sourced, value } from '../parts/values.js';
import { href } from '../route.js';
import { amountRange, date, money, number, span, words } from '../words.js';

const PAGES = ['successors', 'timeline', 'events'];
const DATES = ['announcedOn', 'signedOn', 'startedOn', 'endedOn'];
const ONGOING = { true: 'Yes', false: 'No' };

/** A partnership: who, since when, where, on which terms, with which devices, and whether it ends. */
export const partnership = {
  document: 'partnership',
  variables: (route) => ({ slug: route.key, ...cursors(route, PAGES) }),
  find: (data) => data.partnership,
  render: (it, route) => html`
    ${header('Partnership', it, properties(it, route), html`<p class="lifetime">${chip(words(it.status))} ${lifetime(it)}</p>`)}
    ${section('Does it end?', hasClaims(it.end), html`${it.endedOn ? html`<p>It ended: ${date(it.endedOn)}.</p>` : nothing}${sides(it.end, ['Says that it ends', 'Says otherwise'])}`)}
    ${section('Timeline', true, html`${timeline(`Timeline of ${it.name}`, [it], it.timeline)}${rest(it.timeline, 'dated fact', route, 'timeline')}`)}
    ${section('Where', it.territories, html`<ul class="plain-list">${it.territories.map(territory)}</ul>`)}
    ${section('Terms', it.terms, details(it.terms.map((term) => [words(term.kind), termOf(term)])))}
    ${section('Contributions', it.contributions, html`<ul class="plain-list">${it.contributions.map(contribution)}</ul>`)}
    ${section('Devices', it.devices, html`${deviceList(it.devices.edges.map(({ node }) => node))}<p>${elsewhere(it.devices, 'device', devicesOf(it))}</p>`)}
    ${section('Events', it.events, html`${eventList(it.events.nodes)}${rest(it.events, 'event', route, 'events')}`)}`,
};

const properties = (it, route) => [
  ...it.members.map((member) => [words(member.role), memberOf(member)]),
  ...DATES.map((name) => [words(name), value(it.id, name, it[name] && date(it[name]))]),
  ['Goes on', value(it.id, 'ongoing', ONGOING[it.ongoing])],
  ['Brands of its products', value(it.id, 'productBrands', it.productBrands.join(', '))],
  ['Lines', value(it.id, 'lines', it.lines.join(', '))],
  ['Follows', it.succeeds && sourced(it.id, 'succeeds', link('partnerships', it.succeeds))],
  ['Followed by', links('partnerships', it.successors.nodes, further(it.successors, 'partnership', route, 'successors'))],
];

const devicesOf = ({ slug }) => href('devices', '', { PARTNERSHIPS: JSON.stringify({ partnerships: { some: { slug: { eq: slug } } } }) });

const hasClaims = ({ supporting, opposing }) => supporting.claims.length + opposing.claims.length > 0;

const memberOf = ({ id, brand, joinedOn, leftOn }) => html`${link('brands', brand)} ${value(id, '', span(joinedOn, leftOn) || 'sources', `member ${brand.name}`)}`;

const territory = ({ id, market, included, exclusive, since, until }) => html`<li>
  ${link('markets', market)} ${value(id, '', [included ? 'included' : 'excluded', exclusive ? 'exclusive' : '', span(since, until)].filter(Boolean).join(', '), `territory ${market.name}`)}
</li>`;

const contribution = ({ id, kind, brand, statement }) => html`<li>
  ${value(id, '', words(kind), 'contribution')}${brand ? html` by ${link('brands', brand)}` : nothing}${statement ? `: ${statement}` : nothing}
</li>`;

function termOf(term) {
  const { id, statement, number: quantity, approximate, decidedBy, amount, converted, convertedApproximate, since, until } = term;
  const about = approximate ? 'about ' : '';
  const facts = [
    quantity === null ? '' : about + number(quantity),
    amount ? about + amountRange(amount) : '',
    converted ? `(${convertedApproximate ? 'about ' : ''}${money(converted)})` : '',
    decidedBy.length ? `decided by ${decidedBy.map((role) => words(role).toLowerCase()).join(' and ')}` : '',
    span(since, until),
  ].filter(Boolean);
  return html`${statement ? html`${statement}. ` : nothing}${value(id, '', facts.join(', ') || 'sources', words(term.kind))}`;
}

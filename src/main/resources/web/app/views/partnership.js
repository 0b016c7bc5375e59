import { html, nothing } from 'lit';
import { deviceList } from '../parts/devices.js';
import { chip, details, link, linked, rest, section, supported, value } from '../parts/elements.js';
import { sides } from '../parts/evidence.js';
import { lifetime, timeline } from '../parts/timeline.js';
import { href } from '../route.js';
import { amountRange, date, money, number, span, words } from '../words.js';

/** A partnership: who, since when, where, on which terms, with which devices, and whether it ends. */
export const partnership = {
  document: 'partnership',
  variables: ({ key }) => ({ slug: key }),
  find: (data) => data.partnership,
  render: (it) => html`
    <header>
      <p class="kicker">Partnership</p>
      <h1 tabindex="-1">${it.name}</h1>
      <p class="lifetime">${chip(words(it.status))} ${lifetime(it)}</p>
      ${details([
        ...it.members.map((member) => [words(member.role), memberOf(member)]),
        ...['announcedOn', 'signedOn', 'startedOn', 'endedOn'].map((name) => [words(name), value(it.id, name, it[name] && date(it[name]))]),
        ['Brands of its products', value(it.id, 'productBrands', it.productBrands.join(', '))],
        ['Lines', value(it.id, 'lines', it.lines.join(', '))],
        ['Follows', it.succeeds && link('partnerships', it.succeeds)],
        ['Followed by', linked('partnerships', it.successors, 'partnership')],
        ['Supported', supported(it.id, it.standing)],
      ])}
    </header>
    ${section('Does it end?', hasClaims(it.end), html`${it.endedOn ? html`<p>It ended: ${date(it.endedOn)}.</p>` : nothing}${sides(it.end, ['Says that it ends', 'Says otherwise'])}`)}
    ${section('Timeline', true, timeline(`Timeline of ${it.name}`, [it], it.timeline))}
    ${section('Where', it.territories, html`<ul class="plain-list">${it.territories.map(territory)}</ul>`)}
    ${section('Terms', it.terms, details(it.terms.map((term) => [words(term.kind), termOf(term)])))}
    ${section('Contributions', it.contributions, html`<ul class="plain-list">${it.contributions.map(contribution)}</ul>`)}
    ${section('Devices', it.devices, html`${deviceList(it.devices.edges.map(({ node }) => node))}${rest(it.devices, 'device', href('devices', '', { PARTNERSHIPS: JSON.stringify({ partnerships: { some: { slug: { eq: it.slug } } } }) }))}`)}`,
};

const hasClaims = ({ supporting, opposing }) => supporting.claims.length + opposing.claims.length > 0;

const memberOf = ({ id, brand, joinedOn, leftOn }) => html`${link('brands', brand)} ${value(id, '', span(joinedOn, leftOn) || 'sources', `member ${brand.name}`)}`;

const territory = ({ id, market, included, exclusive, since, until }) => html`<li>
  ${link('markets', market)} ${value(id, 'included', [included ? 'included' : 'excluded', exclusive ? 'exclusive' : '', span(since, until)].filter(Boolean).join(', '), `territory ${market.name}`)}
</li>`;

const contribution = ({ id, kind, brand, statement }) => html`<li>
  ${value(id, 'kind', words(kind))}${brand ? html` by ${link('brands', brand)}` : nothing}${statement ? `: ${statement}` : nothing}
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

// Documents, speakers and events: what the evidence consists of.

import { html, nothing } from 'lit';
import { details, header, historyLink, link, links, section, source, sources } from '../parts/elements.js';
import { cursors, further, pages, rest } from '../parts/pages.js';
import { sourced, standing, value } from '../parts/values.js';
import { evidenceHref } from '../route.js';
import { subjectOf, titleOf } from '../subjects.js';
import { date, stated, words } from '../words.js';

/** A document, who paid for it, and everything that it says. It is evidence itself, so that its properties need none. */
export const citation = {
  document: 'citation',
  variables: (route) => ({ key: route.key, ...cursors(route, ['paidBy', 'basedOn', 'relayedBy', 'claimsAbout', 'after']) }),
  find: (data) => data.citation,
  render: (it, route) => html`
    <header>
      <p class="kicker">Document ${it.key}</p>
      <h1 tabindex="-1">${titleOf(it)}</h1>
      ${details([
        ['Author', it.author],
        ['Publisher', it.publisher],
        ['Origin', it.origin],
        ['Published on', it.publishedOn && [date(it.publishedOn), it.publishedAt].filter(Boolean).join(', ')],
        ['Page dated on', it.pageDatedOn && date(it.pageDatedOn)],
        ['Written before', it.writtenBefore && date(it.writtenBefore)],
        ['Address', it.url && html`<a href=${it.url} rel="noreferrer">${it.url}</a>`],
        ['Language', it.language],
        ['Licence', it.licence],
        ['Paid by', links('brands', it.paidBy.nodes, further(it.paidBy, 'brand', route, 'paidBy'))],
        ['Discloses', it.disclosure],
        ['Relays', sources(it.basedOn.nodes, further(it.basedOn, 'document', route, 'basedOn'))],
        ['Relayed by', sources(it.relayedBy.nodes, further(it.relayedBy, 'document', route, 'relayedBy'))],
        ['Remark', it.remark],
        ['History', historyLink(it)],
      ])}
    </header>
    ${section('What is said about it', it.claimsAbout, html`${statements(it.claimsAbout.nodes)}${rest(it.claimsAbout, 'claim', route, 'claimsAbout')}`)}
    ${section('What it says', it.claims, html`${statements(it.claims.nodes, it.key)}${pages(it.claims, 'claim', route)}`)}`,
};

/** A speaker, and all that documents have this speaker say. */
export const speaker = {
  document: 'speaker',
  variables: (route) => ({ slug: route.key, ...cursors(route, ['after']) }),
  find: (data) => data.speaker,
  render: (it, route) => html`
    ${header('Speaker', it, [
      ['Role', value(it.id, 'role', it.role)],
      ['Brand', it.brand && sourced(it.id, 'brand', link('brands', it.brand))],
    ])}
    ${section('What is said', it.statements, html`${statements(it.statements.nodes)}${pages(it.statements, 'claim', route)}`)}`,
};

/** An event: when, where, and whom it concerns. */
export const event = {
  document: 'event',
  variables: (route) => ({ slug: route.key, ...cursors(route, ['brands', 'partnerships']) }),
  find: (data) => data.event,
  render: (it, route) => header('Event', it, [
    ['Kind', value(it.id, 'kind', words(it.kind))],
    ['On', value(it.id, 'on', it.on && date(it.on))],
    ['Until', value(it.id, 'until', it.until && date(it.until))],
    ['Place', value(it.id, 'place', it.place)],
    ['Market', it.market && sourced(it.id, 'market', link('markets', it.market))],
    ['Brands', sourced(it.id, 'brands', links('brands', it.brands.nodes, further(it.brands, 'brand', route, 'brands')))],
    ['Partnerships', sourced(it.id, 'partnerships', links('partnerships', it.partnerships.nodes, further(it.partnerships, 'partnership', route, 'partnerships')))],
  ]),
};

/** Claims, of which those of the document itself need not name it. */
const statements = (claims, document) => html`<ul class="statements">${claims.map((claim) => statement(claim, claim.citation.key === document))}</ul>`;

/** A citation has no evidence but the claims about it, which its view lists. */
const explained = ({ id, __typename: type }, property) =>
  type === 'Citation' ? words(property) : html`<a class="value" href=${evidenceHref(id, property)}>${words(property)}</a>`;

function statement({ property, value: said, foreseen, expectedOn, expected, likelihood, standing: of, remark, subject, citation: from, speaker: by }, isOwn) {
  const { text, href } = subjectOf(subject);
  const when = expectedOn ? date(expectedOn) : expected;
  return html`<li>
    <p>${href ? html`<a href=${href}>${text}</a>` : text} ${property ? html`· ${explained(subject, property)}` : nothing}${said ? `: ${stated(said)}` : nothing}${foreseen ? html`, expected${when ? `: ${when}` : nothing}` : nothing}</p>
    <p class="quiet">${standing(of)} ${words(likelihood).toLowerCase()}${by ? html`, by ${link('speakers', by)}` : nothing}${isOwn ? nothing : html`, in ${source(from)}`}${remark ? `. ${remark}` : nothing}</p>
  </li>`;
}

// Documents, speakers and events: what the evidence consists of.

import { html, nothing } from 'lit';
import { details, link, linked, pages, section, source, sources, standing, supported, value } from '../parts/elements.js';
import { evidenceHref } from '../route.js';
import { subjectOf, titleOf } from '../subjects.js';
import { date, words } from '../words.js';

/** A document, who paid for it, and everything that it says. */
export const citation = {
  document: 'citation',
  variables: ({ key, query }) => ({ key, after: after(query) }),
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
        ['Paid by', linked('brands', it.paidBy, 'brand')],
        ['Discloses', it.disclosure],
        ['Relays', sources(it.basedOn)],
        ['Relayed by', sources(it.relayedBy)],
        ['Remark', it.remark],
      ])}
    </header>
    ${section('What it says', it.claims, statements(it.claims, route))}`,
};

/** A speaker, and all that documents have this speaker say. */
export const speaker = {
  document: 'speaker',
  variables: ({ key, query }) => ({ slug: key, after: after(query) }),
  find: (data) => data.speaker,
  render: (it, route) => html`
    <header>
      <p class="kicker">Speaker</p>
      <h1 tabindex="-1">${it.name}</h1>
      ${details([
        ['Role', value(it.id, 'role', it.role)],
        ['Brand', it.brand && link('brands', it.brand)],
        ['Supported', supported(it.id, it.standing)],
      ])}
    </header>
    ${section('What is said', it.statements, statements(it.statements, route))}`,
};

/** An event: when, where, and whom it concerns. */
export const event = {
  document: 'event',
  variables: ({ key }) => ({ slug: key }),
  find: (data) => data.event,
  render: (it) => html`
    <header>
      <p class="kicker">Event</p>
      <h1 tabindex="-1">${it.name}</h1>
      ${details([
        ['Kind', value(it.id, 'kind', words(it.kind))],
        ['On', value(it.id, 'on', it.on && date(it.on))],
        ['Until', value(it.id, 'until', it.until && date(it.until))],
        ['Place', value(it.id, 'place', it.place)],
        ['Market', it.market && link('markets', it.market)],
        ['Brands', linked('brands', it.brands, 'brand')],
        ['Partnerships', linked('partnerships', it.partnerships, 'partnership')],
        ['Supported', supported(it.id, it.standing)],
      ])}
    </header>`,
};

const after = (query) => query.get('after') ?? undefined;

const statements = (claims, route) => html`<ul class="statements">${claims.nodes.map(statement)}</ul>${pages(claims, 'claim', route)}`;

function statement({ property, value: said, foreseen, expectedOn, expected, likelihood, standing: of, remark, subject, citation: from, speaker: by }) {
  const { text, href } = subjectOf(subject);
  const when = expectedOn ? date(expectedOn) : expected;
  return html`<li>
    <p>${href ? html`<a href=${href}>${text}</a>` : text} ${property ? html`· <a class="value" href=${evidenceHref(subject.id, property)}>${words(property)}</a>` : nothing}${said ? `: ${said}` : nothing}${foreseen ? html`, expected${when ? `: ${when}` : nothing}` : nothing}</p>
    <p class="quiet">${standing(of)} ${words(likelihood).toLowerCase()}${by ? html`, by ${link('speakers', by)}` : nothing}${from ? html`, in ${source(from)}` : nothing}${remark ? `. ${remark}` : nothing}</p>
  </li>`;
}

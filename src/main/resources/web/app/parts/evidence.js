// Evidence: the claims for a value and against it, side by side.

import { html, nothing } from 'lit';
import { labelled } from '../context.js';
import { href } from '../route.js';
import { count, date, stated, words } from '../words.js';
import { links, source, sources } from './elements.js';
import { elsewhere } from './pages.js';
import { standing } from './values.js';

const FIRMNESS = { STATED: 'states it', LIKELY: 'thinks it likely', POSSIBLE: 'thinks it possible', DENIED: 'denies it' };

/** Both sides of an explanation. */
export function sides({ supporting, opposing }, names = ['For', 'Against']) {
  return html`<div class="sides">${side(names[0], supporting)}${side(names[1], opposing)}</div>`;
}

function side(name, { claims, independentSources, paidByParty }) {
  const paid = paidByParty ? html`, <strong>${paidByParty} paid by a party</strong>` : nothing;
  return html`<section class="side" aria-label=${labelled(name)}>
    <h3>${name}</h3>
    <p class="quiet">${claims.length ? html`${count(claims.length, 'claim')} from ${count(independentSources, 'independent source')}${paid}` : 'Nobody says so.'}</p>
    <ol class="claims">${claims.map((claim) => claimItem(claim))}</ol>
  </section>`;
}

/** Claims about several properties. */
export const claimList = (claims) => html`<ol class="claims">${claims.map((claim) => claimItem(claim, claim.property))}</ol>`;

function claimItem(claim, property) {
  const { citation, speaker, value, expectedOn, expected, foreseen, remark, likelihood } = claim;
  const when = expectedOn ? date(expectedOn) : expected;
  return html`<li class="claim ${claim.standing.toLowerCase()}">
    <p class="claim-head">${standing(claim.standing)} <span>${FIRMNESS[likelihood]}</span></p>
    ${value || property ? html`<p class="claim-value">${property ? html`<span class="kind">${words(property)}</span> ` : nothing}${value ? stated(value) : nothing}</p>` : nothing}
    ${foreseen && when ? html`<p>Expected: ${when}</p>` : nothing}
    <p>${speaker ? html`<a href=${href('speakers', speaker.slug)}>${speaker.name}</a>${speaker.role ? html`<span class="quiet">, ${speaker.role}</span>` : nothing}, in ` : nothing}${source(citation)}${citation.publishedOn ? html`, ${date(citation.publishedOn)}` : nothing}</p>
    ${provenance(citation)}
    ${effects(claim)}
    ${remark ? html`<p class="quiet">${remark}</p>` : nothing}
  </li>`;
}

/** Who paid for a document, and whom it relays. */
function provenance({ key, paidBy, basedOn }) {
  const all = (connection, one) => elsewhere(connection, one, href('citations', key));
  const paid = paidBy.nodes.length ? html`<p class="paid">Paid by ${links('brands', paidBy.nodes, all(paidBy, 'brand'))}</p>` : nothing;
  const relayed = basedOn.nodes.length ? html`<p class="quiet">Relays ${sources(basedOn.nodes, all(basedOn, 'document'))}</p>` : nothing;
  return [paid, relayed];
}

function effects({ effects: all = [], effectsAreOpen }) {
  const of = (kind) => all.filter((effect) => effect.kind === kind);
  const list = (title, some) =>
    some.length
      ? html`<p>${title} ${some.map(({ brand, device }, index) => html`${index ? ', ' : ''}${brand ? links('brands', [brand]) : links('devices', [device])}`)}${effectsAreOpen ? ', and others' : ''}</p>`
      : nothing;
  return [list('Would affect', of('AFFECTED')), list('Would benefit', of('BENEFITS'))];
}

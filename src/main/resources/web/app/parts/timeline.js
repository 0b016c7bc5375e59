// A timeline: a table whose rows are links, with a drawing on a common scale.

import { html, nothing } from 'lit';
import { evidenceHref, href } from '../route.js';
import { beginning, scaleOf } from '../spans.js';
import { subjectOf } from '../subjects.js';
import { count, date, span, words } from '../words.js';
import { source } from './elements.js';
import { axis, bar, mark } from './strip.js';
import { supported, value } from './values.js';

const RUMOURED = ['RUMOURED', 'DISPUTED', 'RETRACTED'];

/** The dates of a partnership, in words. */
export function lifetime({ endedOn, ongoing, status, ...dates }) {
  const start = beginning(dates);
  if (endedOn) {
    return start ? span(start, endedOn) : `until ${date(endedOn)}`;
  }
  const open = ongoing ? 'goes on' : '';
  const since = start ? `since ${date(start)}` : 'beginning unknown';
  return [since, open, status === 'ENDED' ? 'ended' : ''].filter(Boolean).join(', ');
}

export const barOf = (partnership, rumoured = false) => ({ start: beginning(partnership), end: partnership.endedOn, rumoured });

/** Whether somebody says that a partnership will end which has not ended. */
export const isEndRumoured = ({ end, endedOn }) => !endedOn && Boolean(end?.supporting.claims.length);

/** Partnerships as bars and facts as marks. */
export function timeline(name, partnerships, facts) {
  const scale = scaleOf([...partnerships.flatMap((one) => [beginning(one), one.endedOn]), ...facts.nodes.map(({ on }) => on)]);
  return html`<table class="timeline">
    <caption class="unseen">${name}</caption>
    <thead><tr><th scope="col">What</th><th scope="col">When</th><td class="drawn">${axis(scale)}</td><th scope="col">Who says so</th></tr></thead>
    <tbody>${partnerships.map((one) => partnershipRow(one, scale))}</tbody>
    <tbody>${facts.nodes.map((fact) => factRow(fact, scale))}</tbody>
  </table>`;
}

function partnershipRow(partnership, scale) {
  const { id, slug, name, end } = partnership;
  const rumoured = isEndRumoured(partnership);
  const rumour = rumoured
    ? html`<a class="rumoured" href=${evidenceHref(id, 'endedOn')}>An end is claimed ${count(end.supporting.claims.length, 'time')}, denied ${count(end.opposing.claims.length, 'time')}</a>`
    : nothing;
  return html`<tr class="partnership">
    <th scope="row"><a href=${href('partnerships', slug)}>${name}</a></th>
    <td>${value(id, '', lifetime(partnership), name)}</td>
    <td class="drawn">${bar(scale, barOf(partnership, rumoured))}</td>
    <td>${supported(id, partnership.standing, '', name)} ${rumour}</td>
  </tr>`;
}

function factRow({ on, kind, property, subject, claims }, scale) {
  const { text, href: address } = subjectOf(subject);
  const [strongest] = claims;
  const rumoured = kind === 'EXPECTATION' || RUMOURED.includes(strongest?.standing);
  return html`<tr>
    <th scope="row"><span class="kind">${words(kind)}</span> ${address ? html`<a href=${address}>${text}</a>` : text}</th>
    <td>${value(subject.id, property, date(on), text)}</td>
    <td class="drawn">${mark(scale, on, rumoured)}</td>
    <td>${strongest ? saidBy(subject.id, property, claims) : nothing}</td>
  </tr>`;
}

function saidBy(id, property, claims) {
  const [{ standing: strongest }] = claims;
  const keys = new Set(claims.map(({ citation }) => citation.key));
  return html`${supported(id, strongest, property)}
    <span class="quiet source">${keys.size === 1 ? source(claims[0].citation) : count(keys.size, 'document')}</span>`;
}

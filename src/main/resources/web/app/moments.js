// Moments: which world a view shows. The parameter `at` of an address has the moment of a view, and `with` that of the same view
// beside it. "on-2022-05-23" is the world as it stood on a day, and "possibly-2022" as it may have stood; "known-2026-11" is the
// catalogue as it was known then, and "revision-42" as of a change. A space joins both kinds, and "now" is none of them.

import { bounds } from './spans.js';
import { date } from './words.js';

const PART = /^(on|possibly|known|revision)-([\d-]+)$/;
const NAMES = { on: 'validOn', possibly: 'validOn', known: 'knownAt', revision: 'revision' };
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const NUMBER = /^\d{1,9}$/;
export const NOW = 'now';

/** Whether a text is a year, a month or a day that the calendar has. */
export const isDate = (text) => DATE.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** The moment that a text names, or undefined if it names none. */
export function parseMoment(text) {
  const parts = (text ?? NOW).split(' ').filter((part) => part !== NOW).map((part) => PART.exec(part) ?? []);
  if (!parts.every(([, kind, value]) => (kind === 'revision' ? NUMBER.test(value) : isDate(value ?? '')))) {
    return undefined;
  }
  return Object.assign({}, ...parts.map(([, kind, value]) => ({ [NAMES[kind]]: value, ...(kind === 'possibly' && { possibly: true }) })));
}

/** The text that names a moment. */
export function momentText({ validOn, possibly, knownAt, revision }) {
  const valid = validOn && `${possibly ? 'possibly' : 'on'}-${validOn}`;
  const known = knownAt ? `known-${knownAt}` : revision && `revision-${revision}`;
  return [valid, known].filter(Boolean).join(' ') || NOW;
}

/** The moments of a route: that of the view, and of the one beside it, if any. They are undefined if the address names none. */
export const momentsOf = ({ query }) => (query.has('with') ? ['at', 'with'] : ['at']).map((name) => parseMoment(query.get(name)));

/** The last millisecond of a year, a month or a day, or now if it is not over yet. */
function endOf(partial, now) {
  const { from, to } = bounds(partial);
  return from <= now && now < to ? now : to - 1;
}

/** The extension of a request that reads as of a moment, or undefined for now. */
export function asOf({ validOn, possibly, knownAt, revision }, now = Date.now()) {
  const known = knownAt && endOf(knownAt, now);
  const extension = {
    ...(validOn && { validOn: new Date(endOf(validOn, now)).toISOString().slice(0, 10), validity: possibly ? 'POSSIBLY' : 'CERTAINLY' }),
    ...(known && known !== now && { knownAt: new Date(known).toISOString() }),
    ...(revision && { revision: Number(revision) }),
  };
  return Object.keys(extension).length ? extension : undefined;
}

/** The day that a moment is about, in milliseconds; undefined if it is today. */
export const dayOf = ({ validOn, knownAt }) => (validOn ?? knownAt) && endOf(validOn ?? knownAt, Date.now());

/** A moment in words. */
export function momentWords({ validOn, possibly, knownAt, revision }) {
  const parts = [
    validOn && `as it ${possibly ? 'possibly ' : ''}stood ${endWords(validOn)}`,
    knownAt && `as known ${endWords(knownAt)}`,
    revision && `as known at revision ${revision}`,
  ];
  return parts.filter(Boolean).join(', ') || 'as it is now';
}

function endWords(partial) {
  if (partial.length === 10) {
    return `on ${date(partial)}`;
  }
  return bounds(partial).to > Date.now() ? `in ${date(partial)}` : `at the end of ${date(partial)}`;
}

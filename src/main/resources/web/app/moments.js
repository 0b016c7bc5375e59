// Moments: which catalogue a view shows. The parameter `at` of an address has the moment of a view, and `with` that of the same view
// beside it. "known-2026-11" is the catalogue as it was known then, "revision-42" as it was known after a change, and "now" as it is.

import { bounds } from './spans.js';
import { date } from './words.js';

const PART = /^(known|revision)-([\d-]+)$/;
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const NUMBER = /^\d{1,9}$/;
export const NOW = 'now';

/** Whether a text is a year, a month or a day that the calendar has. */
export const isDate = (text) => DATE.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** The moment that a text names, or undefined if it names none. */
export function parseMoment(text) {
  if (!text || text === NOW) {
    return {};
  }
  const [, kind, value] = PART.exec(text) ?? [];
  if (kind === 'revision') {
    return NUMBER.test(value) ? { revision: value } : undefined;
  }
  return isDate(value ?? '') ? { knownAt: value } : undefined;
}

/** The text that names a moment. */
export function momentText({ knownAt, revision }) {
  if (knownAt) {
    return `known-${knownAt}`;
  }
  return revision ? `revision-${revision}` : NOW;
}

/** The moments of a route: that of the view, and of the one beside it, if any. They are undefined if the address names none. */
export const momentsOf = ({ query }) => (query.has('with') ? ['at', 'with'] : ['at']).map((name) => parseMoment(query.get(name)));

/** The last millisecond of a year, a month or a day, or now if it is not over yet. */
function endOf(partial, now) {
  const { from, to } = bounds(partial);
  return from <= now && now < to ? now : to - 1;
}

/** The extension of a request that reads as of a moment, or undefined for now. */
export function asOf({ knownAt, revision }, now = Date.now()) {
  const known = knownAt && endOf(knownAt, now);
  if (known && known !== now) {
    return { knownAt: new Date(known).toISOString() };
  }
  return revision && { revision: Number(revision) };
}

/** The day that a moment is about, in milliseconds; undefined if it is today. */
export const dayOf = ({ knownAt }) => knownAt && endOf(knownAt, Date.now());

/** A moment in words. */
export function momentWords({ knownAt, revision }) {
  if (knownAt) {
    return `as known ${endWords(knownAt)}`;
  }
  return revision ? `as known at revision ${revision}` : 'as it is now';
}

function endWords(partial) {
  if (partial.length === 10) {
    return `on ${date(partial)}`;
  }
  return bounds(partial).to > Date.now() ? `in ${date(partial)}` : `at the end of ${date(partial)}`;
}

// Partial dates as spans of time: 2022 is some day from 1 January to 31 December.

import { today as dayShown } from './context.js';

/** The first and the last millisecond that a partial date may mean. */
export function bounds(partial) {
  const [year, month, day] = partial.split('-').map(Number);
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const to = day ? Date.UTC(year, month - 1, day + 1) : Date.UTC(month ? year : year + 1, month ?? 0, 1);
  return { from, to };
}

/** The beginning of a partnership: the most precise date of its start, signature and announcement. */
export function beginning({ startedOn, signedOn, announcedOn }) {
  return [startedOn, signedOn, announcedOn].filter(Boolean).sort((one, other) => other.length - one.length)[0];
}

/** How many years are drawn from the last one on, so that there is room for what may come. */
const FUTURE = 2;

/** A scale of whole years around all dates and the day that is shown. */
export function scaleOf(dates) {
  const today = dayShown();
  const all = dates.filter(Boolean).map(bounds);
  const firstYear = new Date(Math.min(today, ...all.map(({ from }) => from))).getUTCFullYear();
  const lastYear = new Date(Math.max(today, ...all.map(({ to }) => to - 1))).getUTCFullYear() + FUTURE;
  const start = Date.UTC(firstYear, 0);
  const end = Date.UTC(lastYear, 0);
  const step = Math.ceil((lastYear - firstYear) / 7);
  return {
    today,
    start,
    end,
    years: range(firstYear, lastYear - 1, step),
    at: (time) => (100 * (time - start)) / (end - start),
  };
}

function range(first, last, step) {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (unused, index) => first + index * step);
}

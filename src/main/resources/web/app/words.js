// Words for values of the catalogue: constants, partial dates, amounts and numbers.

const YEAR = new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const COMPACT = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 2 });
const BOUNDS = { BELOW: 'below ', FROM: 'from ', EXACT: '' };

/** IMAGING_PARTNER is "Imaging partner", and endedOn is "Ended on". */
export function words(name) {
  const lower = name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A date as precise as it is known: 2022, May 2022 or 23 May 2022. */
export function date(partial) {
  const format = { 4: YEAR, 7: MONTH, 10: DAY }[partial.length];
  return format.format(new Date(partial));
}

const PARTIAL_DATE = /^\d{4}-\d{2}(-\d{2})?$/;

/** A value as a claim states it, where a date may be any text. */
export const stated = (text) => (PARTIAL_DATE.test(text) ? date(text) : text);

/** A time in the time zone of the person. */
export const time = (instant) => TIME.format(new Date(instant));

/** The time between two dates, where either may be unknown. */
export function span(from, to) {
  if (from && to) {
    return `${date(from)} – ${date(to)}`;
  }
  if (to) {
    return `until ${date(to)}`;
  }
  return from ? `since ${date(from)}` : '';
}

export function number(value) {
  return NUMBER.format(value);
}

export function compact(value) {
  return COMPACT.format(value);
}

/** "1 device", "3 devices". */
export function count(total, one, many = `${one}s`) {
  return `${number(total)} ${total === 1 ? one : many}`;
}

export function money({ amount, currency, bound = 'EXACT' }) {
  return BOUNDS[bound] + currencyFormat(currency).format(amount);
}

function currencyFormat(currency) {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 2, currencyDisplay: 'code' });
}

/** The amount of a term: an amount, or a range with one or two ends. */
export function amountRange({ from, to, toExcluded, currency }) {
  const format = currencyFormat(currency);
  if (from && to) {
    return from === to ? format.format(from) : `${format.format(from)} – ${format.format(to)}`;
  }
  if (to) {
    return `${toExcluded ? 'below' : 'up to'} ${format.format(to)}`;
  }
  return `from ${format.format(from)}`;
}

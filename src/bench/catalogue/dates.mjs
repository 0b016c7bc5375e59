// The dates of records.

import { reject } from './rejected.mjs';

const DATE = /^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$/;
const FIRST_YEAR = 1990;
const LAST_YEAR = new Date().getFullYear() + 1;

/** Whether a month has the day: after the last one, JavaScript reads one of the next month. */
function isOfCalendar(text) {
  const read = new Date(text);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}

/** The date of a field: a year, a month or a day. Others are rejected, and so is a year such as 2924. */
export function date(record, field, text) {
  if (!text) {
    return undefined;
  }
  if (!DATE.test(text) || !isOfCalendar(text)) {
    reject(record, field, text, 'is not a date of the form 2018, 2018-05 or 2018-05-15');
    return undefined;
  }
  const year = Number(text.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    reject(record, field, text, `is not in the years from ${FIRST_YEAR} to ${LAST_YEAR}`);
    return undefined;
  }
  return text;
}

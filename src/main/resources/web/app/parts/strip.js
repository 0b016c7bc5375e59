// What happened when, drawn on a line of years. Dates that are only known by the month or the year have soft ends. The drawing
// repeats what its row says in words, and is hidden from screen readers.

import { nothing, svg } from 'lit';
import { bounds } from '../spans.js';

const HEIGHT = 22;
const LABELLED = 36;
const SOFT = 86_400_000 * 2;

/** The gradients and patterns of all drawings. */
export const definitions = () => svg`<svg class="definitions" aria-hidden="true" focusable="false" width="0" height="0"><defs>
  <linearGradient id="fade-in"><stop offset="0" stop-opacity="0"/><stop offset="1" stop-opacity="1"/></linearGradient>
  <linearGradient id="fade-out"><stop offset="0" stop-opacity="1"/><stop offset="1" stop-opacity="0"/></linearGradient>
  <linearGradient id="soft" class="soft"><stop offset="0" stop-opacity="0.1"/><stop offset="0.5" stop-opacity="1"/><stop offset="1" stop-opacity="0.1"/></linearGradient>
  <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatching" width="2.2" height="6"/></pattern>
</defs></svg>`;

const drawing = (content, height = HEIGHT) => svg`<svg class="strip" aria-hidden="true" focusable="false" height=${height}>${content}</svg>`;

/** The years above all rows. */
export function axis({ years, at }) {
  const label = (year) => svg`<text x="${at(Date.UTC(year, 0))}%" dx="3" y="15">${year}</text>`;
  return drawing([years.map((year) => tick(at(Date.UTC(year, 0)))), years.map(label)]);
}

const tick = (x, kind = 'tick') => svg`<line class=${kind} x1="${x}%" x2="${x}%" y1="0" y2="100%"/>`;

function grid({ years, at, today }) {
  return [years.map((year) => tick(at(Date.UTC(year, 0)))), tick(at(today), 'today')];
}

function box(scale, from, to, kind, fill) {
  const x = scale.at(from);
  return to > from
    ? svg`<rect class=${kind} fill=${fill ?? nothing} x="${x}%" width="${scale.at(to) - x}%" y="6" height="10"/>`
    : nothing;
}

/** A bar from one date to another. Without a beginning or an end it fades; where an end is only rumoured it is hatched. */
export function bar(scale, { start, end, rumoured }) {
  const first = start ? bounds(start) : { from: scale.start, to: scale.start + (scale.today - scale.start) / 3 };
  const last = end ? bounds(end) : { from: Math.max(scale.today, first.from), to: scale.end };
  const solidFrom = first.to - first.from > SOFT ? Math.min(first.to, last.from) : first.from;
  return drawing([
    grid(scale),
    box(scale, first.from, solidFrom, 'bar', 'url(#fade-in)'),
    box(scale, solidFrom, last.from, 'bar'),
    rumoured && !end ? rumour(scale, last) : box(scale, last.from, last.to, 'bar', 'url(#fade-out)'),
  ], rumoured && !end ? LABELLED : HEIGHT);
}

const rumour = (scale, { from, to }) => [
  box(scale, from, to, 'rumour', 'url(#hatch)'),
  svg`<text class="label" x="${scale.at(to)}%" text-anchor="end" y="30">end rumoured</text>`,
];

/** One date: a point, or as wide as it is uncertain. */
export function mark(scale, on, rumoured) {
  const { from, to } = bounds(on);
  const kind = rumoured ? 'mark rumour' : 'mark';
  const fill = rumoured ? 'url(#hatch)' : 'url(#soft)';
  const point = svg`<circle class=${kind} cx="${scale.at((from + to) / 2)}%" cy="11" r="4.5"/>`;
  return drawing([grid(scale), to - from > SOFT ? box(scale, from, to, `${kind} wide`, fill) : point]);
}

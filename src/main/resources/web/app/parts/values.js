// Values that open their evidence.

import { html, nothing } from 'lit';
import { evidenceHref } from '../route.js';
import { words } from '../words.js';

/** A value that opens its evidence, or that of the record as a whole. Without a value there is nothing to show. */
export function value(id, property, shown, name = words(property || 'record')) {
  return shown
    ? html`<a class="value" href=${evidenceHref(id, property)} title="Who says so">${shown}<span class="unseen">, ${name.toLowerCase()}: who says so</span></a>`
    : nothing;
}

/** A value that leads to views of its own, and beside it a link to its evidence. */
export const sourced = (id, property, shown, name) => (shown && shown !== nothing ? html`${shown} ${value(id, property, 'sources', name)}` : nothing);

/** How well something is supported. The shape differs as well, so that nobody needs the colour. */
export const standing = (of) => html`<span class="standing ${of.toLowerCase()}">${words(of)}</span>`;

/** A standing that opens the evidence of a property, or of the record as a whole. */
export const supported = (id, of, property = '', name = '') =>
  html`<a class="plain" href=${evidenceHref(id, property)}>${standing(of)}<span class="unseen"> ${name}: who says so</span></a>`;

// Events in a list.

import { html } from 'lit';
import { date } from '../words.js';
import { link } from './elements.js';
import { value } from './values.js';

export const eventList = (events) => html`<ul class="plain-list">${events.map(
  ({ id, on, ...event }) => html`<li>${link('events', event)} ${value(id, on ? 'on' : '', on ? date(on) : 'sources', event.name)}</li>`,
)}</ul>`;

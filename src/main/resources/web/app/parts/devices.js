// Devices in a list.

import { html } from 'lit';
import { date, words } from '../words.js';
import { dotted, link } from './elements.js';
import { supported, value } from './values.js';

/** When a device was released or announced, or how far it has come. */
export function milestone({ id, name, releasedOn, announcedOn, status }) {
  if (releasedOn) {
    return value(id, 'releasedOn', `Released ${date(releasedOn)}`, name);
  }
  if (announcedOn) {
    return value(id, 'announcedOn', `Announced ${date(announcedOn)}`, name);
  }
  return value(id, 'status', status && words(status), name);
}

export const deviceList = (devices) => html`<ul class="cards">${devices.map(
  (device) => html`<li class=${device.standing.toLowerCase()}>
    <strong>${link('devices', device)}</strong>
    <span class="quiet">${dotted([device.brand?.name, device.kind === 'SERIES' ? 'Series' : '', milestone(device)])}</span>
    ${supported(device.id, device.standing, '', device.name)}
  </li>`,
)}</ul>`;

// Devices in a list.

import { html, nothing } from 'lit';
import { date, words } from '../words.js';
import { link, supported } from './elements.js';

/** When a device was released or announced, or how far it has come. */
export function milestone({ releasedOn, announcedOn, status }) {
  if (releasedOn) {
    return `Released ${date(releasedOn)}`;
  }
  if (announcedOn) {
    return `Announced ${date(announcedOn)}`;
  }
  return status ? words(status) : '';
}

export const deviceList = (devices) => html`<ul class="cards">${devices.map(
  (device) => html`<li class=${device.standing.toLowerCase()}>
    <strong>${link('devices', device)}</strong>
    <span class="quiet">${[device.brand?.name, device.kind === 'SERIES' ? 'Series' : '', milestone(device)].filter(Boolean).join(' · ')}</span>
    ${device.standing === 'REPORTED' || device.standing === 'CONFIRMED' ? nothing : supported(device.id, device.standing)}
  </li>`,
)}</ul>`;

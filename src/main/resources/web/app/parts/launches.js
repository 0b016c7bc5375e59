// Launches and their prices.

import { html, nothing } from 'lit';
import { labelled } from '../context.js';
import { date, money, words } from '../words.js';
import { value } from './values.js';

const price = ({ on, variant, id, ...of }) => html`<span class="price">${value(id, '', money(of), 'price')}${on || variant?.code ? html` <span class="quiet">${[variant?.code, on && date(on)].filter(Boolean).join(', ')}</span>` : nothing}</span>`;

/** A table of launches, whose first column is what is launched, or where. */
export const launchTable = (launches, heading, cell) => html`<div class="scroll" tabindex="0" role="region" aria-label=${labelled('Table of launches')}><table class="data">
  <thead><tr><th scope="col">${heading}</th><th scope="col">Status</th><th scope="col">Announced</th><th scope="col">Launched</th><th scope="col">Price</th><th scope="col">Seller</th></tr></thead>
  <tbody>${launches.map((launch) => html`<tr>
    <th scope="row">${cell(launch)}</th>
    <td>${value(launch.id, 'status', words(launch.status))}</td>
    <td>${value(launch.id, 'announcedOn', launch.announcedOn && date(launch.announcedOn))}</td>
    <td>${value(launch.id, 'launchedOn', launch.launchedOn && date(launch.launchedOn))}</td>
    <td>${launch.prices.map(price)}</td>
    <td>${value(launch.id, 'seller', launch.seller)}</td>
  </tr>`)}</tbody>
</table></div>`;

// What surrounds every view.

import { html } from 'lit';
import { href } from '../route.js';
import { queryLink } from './elements.js';

const LISTS = [['', 'Brands', 'brands'], ['devices', 'Devices', 'devices'], ['markets', 'Markets', 'markets'], ['changes', 'Changes', 'changes']];

export const masthead = ({ query, view }, find) => html`<header class="top">
  <a class="brand" href=${href('', '')}>Rangefinder</a>
  <nav aria-label="Views">${LISTS.map(([list, name, of]) => html`<a href=${href(list, '')} aria-current=${view === of ? 'page' : 'false'}>${name}</a>`)}</nav>
  <form role="search" @submit=${find}>
    <input type="search" name="q" aria-label="Search the catalogue" placeholder="Search" .value=${query.get('q') ?? ''} maxlength="200" autocomplete="off">
  </form>
</header>`;

export const footer = (reading) => html`<footer>${queryLink(reading)}<span>Every value opens its evidence: what documents say of it. A document is evidence itself.</span></footer>`;

import { html, nothing } from 'lit';
import { barOf, lifetime } from '../parts/timeline.js';
import { axis, bar } from '../parts/strip.js';
import { dotted, link } from '../parts/elements.js';
import { elsewhere, more, pages, total } from '../parts/pages.js';
import { value } from '../parts/values.js';
import { href } from '../route.js';
import { beginning, scaleOf } from '../spans.js';
import { words } from '../words.js';

/** The first look: all brands, and with whom each builds cameras. */
export const brands = {
  document: 'brands',
  variables: ({ query }) => ({ after: query.get('after') ?? undefined }),
  find: (data) => data.brands,
  render: (connection, route) => {
    const edges = connection.nodes.flatMap((brand) => brand.partnerships.edges);
    const scale = scaleOf(edges.flatMap(({ node }) => [beginning(node), node.endedOn]));
    return html`
      <header class="lead">
        <h1 tabindex="-1">Who builds cameras with whom</h1>
        <p>In which phones, sold where, since when – and who says so.</p>
      </header>
      <table class="timeline brands">
        <caption class="unseen">Brands and their partnerships</caption>
        <thead><tr><th scope="col">Brand</th><th scope="col">Builds with</th><td class="drawn">${axis(scale)}</td><th scope="col" class="figure">Devices</th></tr></thead>
        ${connection.nodes.map((brand) => html`<tbody>${rows(brand, scale)}</tbody>`)}
      </table>
      ${pages(connection, 'brand', route)}`;
  },
};

/** One row for each partnership, of which the first has the brand. */
function rows(brand, scale) {
  const { edges } = brand.partnerships;
  const cells = edges.length ? edges.map(({ node }) => partner(brand, node, scale)) : [html`<td colspan="2" class="quiet">No partnership is known</td>`];
  if (more(brand.partnerships) > 0) {
    cells.push(html`<td colspan="2">${elsewhere(brand.partnerships, 'partnership', href('brands', brand.slug))}</td>`);
  }
  const { length } = cells;
  return cells.map((cell, index) => html`<tr>${index ? nothing : head(brand, length)}${cell}${index ? nothing : devices(brand, length)}</tr>`);
}

const head = (brand, length) => html`<th scope="rowgroup" class="name" rowspan=${length}>${link('brands', brand)}
  <span class="quiet">${dotted([value(brand.id, 'makes', brand.makes.map(words).join(', ')), value(brand.id, 'homeMarket', brand.homeMarket?.name)])}</span></th>`;

const devices = (brand, length) => html`<td class="figure" rowspan=${length}>${
  brand.devices.count.value ? html`<a href=${href('devices', '', { work: brand.slug })}>${total(brand.devices.count)}<span class="unit"> ${brand.devices.count.value === 1 ? 'device' : 'devices'}</span></a>` : html`<span class="quiet">–</span>`}</td>`;

function partner(brand, partnership, scale) {
  const others = partnership.members.filter((member) => member.brand.slug !== brand.slug).map((member) => member.brand.name);
  return html`<td><a href=${href('partnerships', partnership.slug)}>${others.join(', ') || partnership.name}</a> <span class="quiet">${value(partnership.id, '', lifetime(partnership), partnership.name)}</span></td>
    <td class="drawn">${bar(scale, barOf(partnership))}</td>`;
}

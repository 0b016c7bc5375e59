// Looks for values of the explorer that do not open their evidence, and for evidence without content. Prints them as JSON.
// Usage: node explorer-evidence.mjs <executable of the browser> <url of the explorer>
import { openTab, report } from './browser.mjs';
import { VIEWS } from './explorer-addresses.mjs';

const [executablePath, url] = process.argv.slice(2);
const { browser, page } = await openTab(executablePath, url);
const dialog = page.getByRole('dialog');
const seen = { opened: 0, without: [], empty: [] };

/** Claims are evidence themselves, and so are documents. What they are about has its evidence elsewhere. */
const CLAIMS = ['claims', 'claimsAbout', 'statements', 'affectedBy', 'supporting', 'opposing', 'citation', 'basedOn', 'relayedBy', 'subject'];
/** Shown as one value with another property. */
const TOGETHER = { unit: 'value', converted: 'value', rankBound: 'rank' };
/** Each of their values opens evidence of its own. Parts of records, and records in lists, are shown as one value. */
const DETAILED = ['figures', 'launches', 'brand', 'partnership', 'device', 'event', 'market', 'speaker'];

/** The records in an answer, with the field of each that contains it. */
function records(value, field) {
  if (Array.isArray(value)) return value.flatMap((item) => records(item, field));
  if (value === null || typeof value !== 'object') return [];
  const inner = Object.entries(value).filter(([name]) => !CLAIMS.includes(name));
  const found = inner.flatMap(([name, of]) => records(of, ['nodes', 'edges', 'node'].includes(name) ? field : name));
  return value.id ? [{ field, record: value }, ...found] : found;
}

/** The properties of records about which there are claims. */
async function claimed(ids) {
  const types = ['Alias', 'Brand', 'Collaboration', 'Contribution', 'Device', 'Event', 'Figure', 'Launch', 'LaunchPrice', 'Market', 'Member', 'Ownership', 'Partnership', 'Speaker', 'Term', 'Territory', 'Variant'];
  const query = `query ($ids: [ID!]!) {nodes(ids: $ids) {id ${types.map((type) => `... on ${type} {claims(first: 100) {nodes {property}}}`).join(' ')}}}`;
  const properties = new Map();
  for (let start = 0; start < ids.length; start += 50) {
    const body = JSON.stringify({ query, variables: { ids: ids.slice(start, start + 50) } });
    const response = await fetch(`${url}graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const { data } = await response.json();
    data.nodes.forEach(({ id, claims }) => properties.set(id, new Set(claims?.nodes.map(({ property }) => property))));
  }
  return properties;
}

const isShown = (value) => ![undefined, null, false].includes(value) && !(Array.isArray(value) && !value.length) && value.nodes?.length !== 0;

/** The claimed properties of an answer that no link leads to. */
function withoutLink(found, properties, links) {
  return found.flatMap(({ field, record }) => {
    const of = (property) => links.has(`${record.id} ${property}`);
    return [...properties.get(record.id)]
      .filter((property) => isShown(record[property]) && isShown(record[TOGETHER[property] ?? property]))
      .filter((property) => !of(TOGETHER[property] ?? property) && (DETAILED.includes(field) || !of('')))
      .map((property) => `${field}.${property}`);
  });
}

/** Opens the evidence of one value of each property of each type. */
async function openEach(links, known) {
  for (const [key, href] of links) {
    const [id, property] = key.split(' ');
    const kind = `${Buffer.from(id, 'base64url').toString().split(':')[0]}.${property}`;
    if (known.has(kind)) continue;
    known.add(kind);
    await page.evaluate((hash) => { location.hash = hash; }, href);
    await dialog.locator('h2').waitFor();
    if (!(await dialog.locator('.claim').count())) seen.empty.push(kind);
    seen.opened++;
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
}

const known = new Set();
for (const [view, address] of Object.entries(VIEWS)) {
  await page.goto('about:blank');
  const [response] = await Promise.all([
    view === 'problem' ? undefined : page.waitForResponse((one) => one.url().includes('/graphql?')),
    page.goto(url + address),
  ]);
  await page.locator('main[aria-busy=false] h1').first().waitFor();
  const hrefs = await page.locator('main a[href*="evidence="]').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  const links = new Map(hrefs.map((href) => {
    const query = new URLSearchParams(href.split('?')[1]);
    return [`${query.get('evidence')} ${query.get('of') ?? ''}`, href];
  }));
  const found = response ? records((await response.json()).data, 'data') : [];
  const properties = await claimed([...new Set(found.map(({ record }) => record.id))]);
  seen.without.push(...withoutLink(found, properties, links).map((value) => `${view}: ${value}`));
  await openEach(links, known);
}
await report(browser, seen);

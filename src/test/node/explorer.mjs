// Uses the explorer as people do. Prints what they see, and what the browser reports, as JSON.
// Usage: node explorer.mjs <executable of the browser> <url of the explorer>
import { openTab, report } from './browser.mjs';

const [executablePath, url] = process.argv.slice(2);
const { browser, page, seen } = await openTab(executablePath, url, { width: 1280, height: 900 });
const session = await page.context().newCDPSession(page);
const main = page.locator('main');
const heading = main.locator('h1');
const dialog = page.getByRole('dialog');

/** Waits until a view with a heading is shown. */
const arrive = (name) => main.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);
const fragment = () => decodeURIComponent(new URL(page.url()).hash);

/** When the first view is painted. */
async function paint() {
  await page.goto(url);
  await page.getByRole('link', { name: 'Hasselblad' }).first().waitFor();
  return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
}

/** Opens the first view with an empty cache on a slow processor; three times, because other processes may take their share of it. */
async function openFirstView() {
  const received = [];
  const queries = [];
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => received.push(encodedDataLength));
  page.on('request', (request) => request.url().includes('/graphql?') && queries.push({ method: request.method(), url: decodeURIComponent(request.url()) }));
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const paints = [await paint()];
  const result = { bytes: received.reduce((sum, bytes) => sum + bytes, 0), requests: received.length, queries: [...queries] };
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  paints.push(await paint(), await paint());
  await session.send('Network.setCacheDisabled', { cacheDisabled: false });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { ...result, paint: Math.min(...paints) };
}

async function search() {
  const field = page.getByRole('searchbox', { name: 'Search the catalogue' });
  await field.fill('Leits');
  await field.press('Enter');
  await arrive('“Leits”');
  await main.getByRole('link', { name: 'Leitz Phone 1' }).click();
  await arrive('Leitz Phone 1');
  const device = await main.innerText();
  const title = await page.title();
  await page.goBack();
  await arrive('“Leits”');
  const text = await field.inputValue();
  await page.reload();
  await arrive('“Leits”');
  return { device, title, text, reloaded: await main.innerText(), address: fragment() };
}

/** Without a mouse: search, open a result, open the evidence of a value, and leave it again. */
async function useKeyboard() {
  await page.goto(url);
  await arrive('Who builds cameras with whom');
  await page.keyboard.press('Tab');
  const skips = await isFocused(page.getByText('Skip to the content'));
  await page.keyboard.press('/');
  await page.keyboard.type('Leica and X');
  await page.keyboard.press('Enter');
  await arrive('“Leica and X”');
  const announced = await isFocused(heading);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await arrive('Leica and Xiaomi');
  const value = main.getByRole('link', { name: /announced on: who says so/i });
  while (!(await isFocused(value))) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog.getByText('23 May 2022').first().waitFor();
  const evidence = await dialog.innerText();
  const inside = await dialog.evaluate((element) => element.contains(document.activeElement));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  return { skips, announced, evidence, inside, returned: await isFocused(value), address: fragment() };
}

/** Evidence has an address of its own on top of a view. */
async function openEvidence() {
  await page.goto(`${url}#/partnerships/leica-xiaomi`);
  await arrive('Leica and Xiaomi');
  await page.getByRole('link', { name: /started on: who says so/i }).click();
  await dialog.getByText('Started on').first().waitFor();
  await page.reload();
  await dialog.getByText('Started on').first().waitFor();
  const reloaded = await dialog.innerText();
  await page.getByRole('link', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return { reloaded, address: fragment() };
}

/** A view that is left and entered again by the buttons of the browser is where it was. */
async function goBack() {
  await page.goto(`${url}#/brands/leica`);
  await arrive('Leica');
  await page.getByRole('heading', { name: 'Devices' }).scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo({ top: 600 }));
  await page.waitForTimeout(300);
  await page.evaluate(() => { location.hash = '#/markets'; });
  await arrive('Markets');
  const top = await page.evaluate(() => scrollY);
  await page.goBack();
  await arrive('Leica');
  await page.waitForFunction(() => scrollY > 0);
  return { top, restored: await page.evaluate(() => scrollY) };
}

async function readTimeline() {
  await page.goto(`${url}#/partnerships/leica-xiaomi`);
  await arrive('Leica and Xiaomi');
  const table = page.getByRole('table', { name: 'Timeline of Leica and Xiaomi' });
  return {
    rows: await table.getByRole('row').count(),
    links: await table.getByRole('rowheader').getByRole('link').count(),
    rumour: await table.locator('.strip .label').textContent(),
    ends: await page.getByRole('region', { name: 'Does it end?' }).innerText(),
  };
}

async function narrowDown() {
  await page.goto(`${url}#/devices`);
  await arrive('Devices');
  const all = await main.innerText();
  const facets = page.getByRole('navigation', { name: 'Narrow down' });
  await facets.getByRole('link', { name: 'Expected 6' }).click();
  await main.getByText('6 devices', { exact: true }).waitFor();
  const others = await facets.getByRole('region', { name: 'Status' }).innerText();
  await facets.getByRole('link', { name: 'POCO 1' }).click();
  await main.getByText('1 device', { exact: true }).waitFor();
  const narrowed = await main.getByRole('list').last().innerText();
  await page.reload();
  await main.getByText('1 device', { exact: true }).waitFor();
  await facets.getByRole('link', { name: 'POCO 1' }).click();
  await main.getByText('6 devices', { exact: true }).waitFor();
  return { all, others, narrowed, address: fragment() };
}

/** Two values of one facet, and one that no device has. */
async function chooseSeveral() {
  await page.goto(`${url}#/devices`);
  await arrive('Devices');
  const status = page.getByRole('region', { name: 'Status' });
  await status.getByRole('link', { name: 'Expected 6' }).click();
  await main.getByText('6 devices', { exact: true }).waitFor();
  await status.getByRole('link', { name: 'Unknown 11' }).click();
  await main.getByText('17 devices', { exact: true }).waitFor();
  const both = await main.innerText();
  await page.reload();
  await main.getByText('17 devices', { exact: true }).waitFor();
  const reloaded = await main.innerText();
  await status.getByRole('link', { name: 'Expected 6' }).click();
  await main.getByText('11 devices', { exact: true }).waitFor();
  const one = await main.innerText();
  const address = fragment();
  await page.goto(`${url}#/devices?BRAND=${encodeURIComponent('{"brand":{"eq":"no-such-brand"}}')}`);
  await main.getByText('No device has all of this.').waitFor();
  const unlisted = await page.getByRole('region', { name: 'Brand' }).innerText();
  await page.getByRole('region', { name: 'Brand' }).getByRole('link', { name: 'no-such-brand' }).click();
  await main.getByText('17 devices', { exact: true }).waitFor();
  return { both, reloaded, one, address, unlisted };
}

async function askWhoMaySell() {
  await page.goto(`${url}#/markets/JP`);
  await arrive('Japan');
  await page.getByLabel('On', { exact: true }).fill('2021-06-01');
  await page.getByText('has no active partnership: Leica and Xiaomi').waitFor();
  return { address: fragment(), text: await page.getByRole('region', { name: 'Who may sell here' }).innerText() };
}

async function followToGraphiQL() {
  await page.goto(`${url}#/brands/leica`);
  await arrive('Leica');
  await page.getByRole('link', { name: /GraphiQL/ }).click();
  const editor = page.locator('.graphiql-query-editor .CodeMirror');
  await editor.waitFor();
  return editor.evaluate((element) => element.CodeMirror.getValue());
}

/** Addresses that lead nowhere. */
async function getLost() {
  const pages = {};
  for (const address of ['#/nonsense', '#/brands/leica/x', '#/%E0%A4%A', '#/brands/no-such-brand', '#/search', '#/search?q=%20', '#/devices?STATUS=%7B', '#/search?q=Leica&at=revision-1', '#/?at=2022-13']) {
    await page.goto('about:blank');
    await page.goto(url + address);
    await heading.waitFor();
    await main.getByRole('link', { name: 'All brands' }).waitFor();
    pages[address] = await main.innerText();
  }
  return pages;
}

seen.first = await openFirstView();
seen.search = await search();
seen.keyboard = await useKeyboard();
seen.evidence = await openEvidence();
seen.back = await goBack();
seen.timeline = await readTimeline();
seen.facets = await narrowDown();
seen.values = await chooseSeveral();
seen.sellers = await askWhoMaySell();
seen.lost = await getLost();
seen.graphiql = await followToGraphiQL();
await report(browser, seen);

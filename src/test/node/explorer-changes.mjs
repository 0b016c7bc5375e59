// Follows the changes of the catalogue in the explorer, also over a connection that breaks. Prints what people see as JSON.
// Usage: node explorer-changes.mjs <executable of the browser> <url of the explorer> <access token of an editor> <slug of a new brand>
import { createServer, connect } from 'node:net';
import { openTab, report } from './browser.mjs';

const [executablePath, url, token, slug] = process.argv.slice(2);
const { port } = new URL(url);
const sockets = new Set();
let broken = false;

/** Stands between the browser and the service, and can break all connections. */
const proxy = createServer((client) => {
  if (broken) {
    client.destroy();
    return;
  }
  const service = connect(port, 'localhost');
  for (const [one, other] of [[client, service], [service, client]]) {
    sockets.add(one);
    one.pipe(other);
    one.on('error', () => {});
    one.on('close', () => sockets.delete(one) && other.destroy());
  }
});
await new Promise((resume) => proxy.listen(0, 'localhost', resume));
const address = `http://localhost:${proxy.address().port}/`;

async function mutate(query, input) {
  const response = await fetch(`${url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data, errors } = await response.json();
  const [payload] = Object.values(data ?? {});
  if (errors || payload.errors.length) throw new Error(JSON.stringify(errors ?? payload.errors));
  return payload.brand;
}

/** Names that no other test uses. */
const named = (word) => `${word} ${slug}`;
const plain = (text) => text.replaceAll(` ${slug}`, '');

let brand = await mutate(
  'mutation ($input: RegisterBrandInput!) {registerBrand(input: $input) {brand {id version} errors {... on ChangeError {message}}}}',
  { slug, name: named('Ada'), makes: ['OPTICS'], claims: [{ citation: 'C3', states: 'all' }] },
);

async function rename(word) {
  brand = await mutate(
    'mutation ($input: ReviseBrandInput!) {reviseBrand(input: $input) {brand {id version} errors {... on ChangeError {message}}}}',
    { brand: brand.id, expectedVersion: brand.version, name: named(word) },
  );
}

const { browser, page, seen } = await openTab(executablePath, address);
const main = page.locator('main');
const following = main.getByText('New changes appear here.');
const renamed = (word) => main.locator('.changes > li').filter({ has: page.locator('ins', { hasText: new RegExp(`^${named(word)}$`) }) });
const times = (words) => Promise.all(words.map((word) => renamed(word).count()));

await page.goto(`${address}#/changes`);
await following.waitFor();
await rename('Bea');
await renamed('Bea').waitFor();
seen.live = plain(await renamed('Bea').innerText());
await page.locator('[role=status]', { hasText: '1 new change' }).waitFor();
seen.announcement = await page.locator('[role=status]', { hasText: 'new change' }).last().textContent();

broken = true;
sockets.forEach((socket) => socket.destroy());
await main.getByText('The connection is lost.').waitFor();
seen.lost = await main.locator('.live').innerText();
await rename('Cy');
await rename('Dee');
broken = false;
await renamed('Dee').waitFor();
await following.waitFor();
await rename('Eli');
await renamed('Eli').waitFor();
seen.times = await times(['Bea', 'Cy', 'Dee', 'Eli']);

await page.getByRole('button', { name: 'Pause' }).click();
await rename('Flo');
await page.waitForTimeout(500);
seen.paused = await times(['Flo']);
await page.getByRole('button', { name: 'Go on' }).click();
await renamed('Flo').waitFor();
seen.resumed = await times(['Eli', 'Flo']);

await renamed('Dee').getByRole('link', { name: 'before and after' }).click();
await page.locator('.compared', { hasText: 'Differences' }).waitFor();
seen.columns = (await main.getByRole('heading', { level: 1 }).allInnerTexts()).map(plain);
seen.differences = await page.locator('.compared').textContent();
seen.marked = await main.locator('.difference').allInnerTexts();
await page.goBack();
await following.waitFor();
await renamed('Flo').getByRole('link', { name: 'history' }).click();
await main.getByText('History of a brand').waitFor();
seen.history = plain(await main.innerText());
seen.complaints = seen.complaints.filter((text) => !text.includes('net::ERR'));
await report(browser, seen);
proxy.close();
sockets.forEach((socket) => socket.destroy());

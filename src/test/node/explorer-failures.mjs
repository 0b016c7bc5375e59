// Uses the explorer while the service is down, slow, or refuses to answer. Prints what people see as JSON.
// Usage: node explorer-failures.mjs <executable of the browser> <url of the explorer>
import { openTab, report } from './browser.mjs';

const [executablePath, url] = process.argv.slice(2);
const { browser, page } = await openTab(executablePath, url);
const main = page.locator('main');
const seen = {};
const requests = '**/graphql?*';
const brand = () => page.getByRole('link', { name: 'Hasselblad' }).first();

/** Opens the first view while requests are handled in another way. */
async function open(handle) {
  await page.unroute(requests);
  await page.goto('about:blank');
  await page.route(requests, handle);
  await page.goto(url);
}

const json = (route, status, body) =>
  route.fulfill({ status, contentType: 'application/graphql-response+json', body: JSON.stringify(body) });

async function whileDown() {
  await open((route) => route.abort());
  await main.getByText('cannot be reached').waitFor();
  const told = await main.innerText();
  await page.unroute(requests);
  await brand().waitFor();
  return told;
}

async function whileOverloaded() {
  await open((route) => json(route, 503, { errors: [{ message: 'The service is overloaded.', extensions: { code: 'OVERLOADED' } }] }));
  await main.getByText('overloaded').waitFor();
  const told = await main.innerText();
  await page.unroute(requests);
  await page.getByRole('button', { name: 'Try now' }).click();
  await brand().waitFor();
  return told;
}

async function whileSlow() {
  await open(async (route) => {
    await new Promise((resume) => setTimeout(resume, 2_500));
    await route.continue();
  });
  await main.getByText('slow').waitFor();
  const told = await main.innerText();
  await brand().waitFor();
  return told;
}

/** Half of an answer: some data, and an error. */
async function withHalfAnAnswer() {
  await open(async (route) => {
    const answer = await (await route.fetch()).json();
    await json(route, 200, { ...answer, errors: [{ message: 'A field could not be read.', path: ['brands'] }] });
  });
  await main.getByText('A field could not be read.').waitFor();
  const result = { told: await main.innerText(), brands: await brand().count() };
  await page.unroute(requests);
  await page.getByRole('button', { name: 'Try again' }).click();
  await brand().waitFor();
  return result;
}

/** The database needs too long, but for the second attempt. */
async function whileUnplanned() {
  let attempts = 0;
  await open(async (route) => {
    attempts++;
    if (attempts > 1) {
      await route.continue();
    } else {
      await json(route, 400, { errors: [{ message: 'The operation exceeded its database time.', extensions: { code: 'DATABASE_TIME_EXCEEDED' } }] });
    }
  });
  await brand().waitFor();
  return attempts;
}

/** The database needs too long, however often it is asked. */
async function whileExpensive() {
  let attempts = 0;
  await open(async (route) => {
    attempts++;
    await json(route, 400, { errors: [{ message: 'The operation exceeded its database time.', extensions: { code: 'DATABASE_TIME_EXCEEDED' } }] });
  });
  await main.getByText('exceeded').waitFor();
  await page.waitForTimeout(8_000);
  return attempts;
}

async function afterAnUpdate() {
  await open((route) => json(route, 200, { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] }));
  await page.getByRole('button', { name: 'Reload the page' }).waitFor();
  return main.innerText();
}

async function withAToken() {
  let sent;
  await open(async (route) => {
    sent = await route.request().headerValue('authorization');
    if (sent) {
      await route.continue({ headers: { ...route.request().headers(), authorization: '' } });
    } else {
      await json(route, 401, { errors: [{ message: 'Reading requires an access token.', extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });
  await page.getByLabel('Access token').fill('secret');
  const told = await main.innerText();
  await page.getByRole('button', { name: 'Read' }).click();
  await brand().waitFor();
  await page.reload();
  await brand().waitFor();
  return { told, sent, address: page.url() };
}

seen.down = await whileDown();
seen.overloaded = await whileOverloaded();
seen.slow = await whileSlow();
seen.half = await withHalfAnAnswer();
seen.unplanned = await whileUnplanned();
seen.expensive = await whileExpensive();
seen.updated = await afterAnUpdate();
seen.token = await withAToken();
await report(browser, seen);

// Signs in to the explorer of a service that requires an access token for reading. Prints what people see as JSON.
// Usage: node explorer-token.mjs <executable of the browser> <url of the explorer> <access token>
import { openTab, report } from './browser.mjs';

const [executablePath, url, token] = process.argv.slice(2);
const { browser, page, seen } = await openTab(executablePath, url);
const main = page.locator('main');
const field = page.getByLabel('Access token');

/** Sends a token, and waits for the answer to it. */
async function send(text) {
  await field.fill(text);
  await Promise.all([page.waitForResponse(/graphql\?/), page.getByRole('button', { name: 'Read' }).click()]);
}

await page.goto(url);
await field.waitFor();
seen.anonymous = await main.innerText();
await send('nonsense');
await field.waitFor();
seen.refused = await main.innerText();
await send(token);
await page.locator('tbody').first().waitFor();
await page.goto(`${url}#/brands/leica`);
await page.getByRole('heading', { name: 'Leica', exact: true }).waitFor();
await page.getByRole('link', { name: /makes: who says so/ }).first().click();
await page.getByRole('dialog').locator('.claim').first().waitFor();
seen.evidence = await page.getByRole('dialog').innerText();
seen.address = page.url();
await report(browser, seen);

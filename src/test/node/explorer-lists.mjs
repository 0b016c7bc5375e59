// Follows lists that are longer than what is shown of them, and opens the evidence of a seller. Prints what people see as JSON.
// Usage: node explorer-lists.mjs <executable of the browser> <url of the explorer> <code of a market>
import { openTab, report } from './browser.mjs';

const [executablePath, url, code] = process.argv.slice(2);
const { browser, page, seen } = await openTab(executablePath, url);
const section = page.getByRole('region', { name: 'Figures' }).first();
const periods = () => section.getByRole('link', { name: /period: who says so/ }).allInnerTexts();
const years = (texts) => texts.map((text) => text.slice(0, 4));

await page.goto(`${url}#/markets/${code}`);
const next = section.getByRole('link', { name: 'and 5 more figures' });
await next.waitFor();
seen.first = years(await periods());
await next.click();
const shown = section.getByText('5 of 25 figures');
await shown.waitFor();
seen.second = years(await periods());
seen.focused = await page.evaluate(() => document.activeElement.textContent.trim());
await page.reload();
await shown.waitFor();
seen.reloaded = years(await periods());
await page.goBack();
await next.waitFor();
seen.back = years(await periods());

await page.getByRole('link', { name: /seller: who says so/ }).click();
await page.getByRole('dialog').locator('.claim').waitFor();
seen.seller = await page.getByRole('dialog').innerText();
await page.keyboard.press('Escape');

/** How many claims the panel shows, on both of its pages. */
const claims = page.getByRole('dialog').locator('.claim');
await page.locator('main header .plain').click();
const further = page.getByRole('dialog').getByRole('link', { name: /^and \d+ more claims$/ });
await further.waitFor();
seen.claims = [await claims.count()];
await further.click();
await page.getByRole('dialog').getByRole('link', { name: 'First page' }).waitFor();
seen.claims.push(await claims.count());
await page.keyboard.press('Escape');
await page.getByRole('dialog').waitFor({ state: 'hidden' });
seen.closed = new URL(page.url()).hash;

/** How many values a facet lists, before and after all are requested. */
await page.goto(`${url}#/devices`);
const brands = page.getByRole('region', { name: 'Brand' });
const values = () => brands.getByRole('listitem').count();
await brands.getByRole('link', { name: 'and others' }).click({ trial: true });
seen.values = [await values()];
await brands.getByRole('link', { name: 'and others' }).click();
await page.waitForFunction((count) => document.querySelectorAll('.facets section:first-of-type li').length > count, seen.values[0]);
seen.values.push(await values());
await report(browser, seen);

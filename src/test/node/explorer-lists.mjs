// Follows a list that is longer than its view, and opens the evidence of a seller. Prints what people see as JSON.
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
await report(browser, seen);

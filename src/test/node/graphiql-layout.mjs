// Runs a query in GraphiQL at the width of a phone, and prints as JSON where the query and its result are shown.
// Usage: node graphiql-layout.mjs <executable of the browser> <url of GraphiQL>
import { chromium } from 'playwright-core';

const [executablePath, url] = process.argv.slice(2);

const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--no-first-run', '--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
page.setDefaultTimeout(60_000);
await page.goto(url);
await page.getByRole('button', { name: 'Execute query' }).click();
const result = page.locator('.graphiql-response .CodeMirror');
await result.filter({ hasText: 'data' }).waitFor();
const boxes = {
  query: await page.locator('.graphiql-editors').boundingBox(),
  result: await result.boundingBox(),
};
await browser.close();
process.stdout.write(JSON.stringify(boxes) + '\n');

// Runs a query in GraphiQL at the width of a phone, and prints as JSON where the query and its result are shown.
// Usage: node graphiql-layout.mjs <executable of the browser> <url of GraphiQL>
import { openTab, report } from './browser.mjs';

const [executable, url] = process.argv.slice(2);

const { browser, page } = await openTab(executable, url, { width: 390, height: 844 });
await page.goto(url);
await page.getByRole('button', { name: 'Execute query' }).click();
const result = page.locator('.graphiql-response .CodeMirror');
await result.filter({ hasText: 'data' }).waitFor();
await report(browser, {
  query: await page.locator('.graphiql-editors').boundingBox(),
  result: await result.boundingBox(),
});

// Reads the revision of the catalogue from pages of other origins. Prints what each page gets as JSON.
// Usage: node cross-origin.mjs <executable of the browser> <url of the GraphQL endpoint> <file of the page> <origin>...
import { readFile } from 'node:fs/promises';
import { openTab, report } from './browser.mjs';

const [executable, endpoint, file, ...origins] = process.argv.slice(2);
const script = await readFile(file, 'utf8');

const { browser, page } = await openTab(executable, endpoint);
// Chromium asks before pages of other hosts may reach this one.
await page.context().grantPermissions(['local-network-access']);
// No server has these origins: the browser takes the pages from here.
await page.route(
  ({ origin }) => origins.includes(origin),
  (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: '<title>Front end</title>' }),
);
const answers = {};
for (const origin of origins) {
  await page.goto(origin);
  answers[origin] = await page.evaluate(async () => {
    const { revision } = await import('/revision.js');
    return revision().catch((error) => error.message);
  });
}
await report(browser, answers);

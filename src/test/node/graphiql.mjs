// Uses GraphiQL in a browser as a user does. Prints what the user sees and the errors of the browser as JSON.
// Usage: node graphiql.mjs <executable of the browser> <url of GraphiQL, or of Dev UI>
import { chromium } from 'playwright-core';

const [executablePath, url] = process.argv.slice(2);
const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

const seen = { complaints: [], foreign: [], sent: [] };
const browser = await chromium.launch({ executablePath, args: [...QUIET, '--disable-sync', '--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
page.setDefaultTimeout(60_000);
page.on('console', (message) => {
  if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text());
});
page.on('pageerror', (error) => seen.complaints.push(error.message));
page.on('request', (request) => {
  const { protocol, host } = new URL(request.url());
  if (!['blob:', 'data:'].includes(protocol) && host !== new URL(url).host) seen.foreign.push(request.url());
});
page.on('response', async (response) => {
  if (response.url().endsWith('/graphql')) {
    const type = await response.request().headerValue('content-type');
    seen.sent.push({ type, status: response.status(), id: response.headers()['x-request-id'] });
  }
});

/** Opens GraphiQL: the page, or its frame in Dev UI after a click on its card. */
async function open() {
  await page.goto(url);
  if (!url.includes('/dev-ui/')) {
    return page;
  }
  await page.getByText('GraphQL UI').first().click();
  const isGraphiQL = (frame) => frame.url().includes('/q/graphql-ui/');
  for (let attempt = 0; attempt < 100 && !page.frames().some(isGraphiQL); attempt++) {
    await page.waitForTimeout(100);
  }
  return page.frames().find(isGraphiQL);
}

const graphiql = await open();
const editor = graphiql.locator('.graphiql-query-editor .CodeMirror');
const textOf = (locator) => locator.evaluate((element) => element.CodeMirror.getValue());
const answer = graphiql.locator('.graphiql-response .CodeMirror');

/** Runs the operation in the editor, and returns the displayed answer once it contains a word. */
async function run(start, word) {
  await start();
  await answer.filter({ hasText: word }).waitFor();
  return JSON.parse(await textOf(answer));
}

async function readDocumentation() {
  await graphiql.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  const explorer = graphiql.locator('.graphiql-doc-explorer');
  await explorer.getByText('Query', { exact: true }).click();
  await explorer.getByText('brand', { exact: true }).click();
  await explorer.getByText('slug', { exact: true }).waitFor();
  return explorer.innerText();
}

/** Types a prefix of a name, and accepts its completion. */
async function complete() {
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('{ brands { totalC', { delay: 50 });
  const completions = graphiql.locator('.CodeMirror-hints li');
  await completions.getByText('totalCount', { exact: true }).click();
  await editor.filter({ hasText: 'totalCount' }).waitFor();
  return textOf(editor);
}

async function setHeaders(headers) {
  await graphiql.getByRole('button', { name: 'Headers' }).click();
  await graphiql.locator('.graphiql-editor .CodeMirror').filter({ visible: true }).last().click();
  await page.keyboard.insertText(JSON.stringify(headers));
}

await editor.waitFor();
seen.example = await textOf(editor);
seen.documentation = await readDocumentation();
seen.exampleAnswer = await run(() => graphiql.getByRole('button', { name: 'Execute query' }).click(), 'Leica');
seen.completed = await complete();
await setHeaders({ 'X-Request-Id': 'sent-by-a-browser', 'Content-Type': 'application/json' });
await editor.click();
seen.answer = await run(() => page.keyboard.press('Control+Enter'), 'totalCount');
for (const dialog of ['Open settings dialog', 'Open short keys dialog']) {
  await graphiql.getByRole('button', { name: dialog }).click();
  await graphiql.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
}
seen.address = decodeURIComponent(await graphiql.evaluate(() => location.href));
await browser.close();
process.stdout.write(JSON.stringify(seen) + '\n');

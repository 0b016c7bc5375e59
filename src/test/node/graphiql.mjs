// Uses GraphiQL in a browser as a user does. Prints what the user sees and the errors of the browser as JSON.
// Usage: node graphiql.mjs <executable of the browser> <url of GraphiQL, or of Dev UI> <Authorization header of an editor>
import { openTab, report } from './browser.mjs';

const [executable, url, authorization] = process.argv.slice(2);
const MUTATION = 'mutation { reviseBrand(input: { brand: "nothing", expectedVersion: 1 }) { errors { __typename } } }';

const { browser, page, seen } = await openTab(executable, url);
seen.sent = [];
page.on('response', async (response) => {
  if (response.url().endsWith('/graphql')) {
    const type = await response.request().headerValue('content-type');
    seen.sent.push({ type, status: response.status() });
  }
});

/** Opens GraphiQL: the page, or its frame in Dev UI after a click on its card. */
async function open() {
  await page.goto(url);
  if (!url.includes('/dev-ui/')) {
    return page;
  }
  const [frame] = await Promise.all([
    page.waitForEvent('framenavigated', (navigated) => navigated.url().includes('/q/graphql-ui/')),
    page.getByText('GraphQL UI').first().click(),
  ]);
  return frame;
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
  // GraphiQL would run the named operation that was there before, until it notices that there is none.
  const nameOfOperation = () => editor.evaluate((element) => element.CodeMirror.operationName);
  while (await nameOfOperation()) await page.waitForTimeout(50);
  return textOf(editor);
}

async function setHeaders(headers) {
  await graphiql.getByRole('button', { name: 'Headers' }).click();
  await graphiql.locator('.graphiql-editor .CodeMirror').filter({ visible: true }).last().click();
  await page.keyboard.insertText(JSON.stringify(headers));
}

const runByKey = (word) => run(() => editor.locator('textarea').press('Control+Enter'), word);

/** Replaces the operation in the editor, and runs it. */
async function runInstead(operation, word) {
  await editor.locator('textarea').press('Control+A');
  await page.keyboard.insertText(operation);
  return runByKey(word);
}

await editor.waitFor();
seen.example = await textOf(editor);
seen.documentation = await readDocumentation();
seen.exampleAnswer = await run(() => graphiql.getByRole('button', { name: 'Execute query' }).click(), 'Leica');
seen.completed = await complete();
seen.answer = await runByKey('totalCount');
seen.refused = await runInstead(MUTATION, 'UNAUTHENTICATED');
await setHeaders({ Authorization: authorization, 'Content-Type': 'application/json' });
seen.permitted = await runInstead(MUTATION, 'NotFound');
for (const dialog of ['Open settings dialog', 'Open short keys dialog']) {
  await graphiql.getByRole('button', { name: dialog }).click();
  await graphiql.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
}
seen.address = decodeURIComponent(await graphiql.evaluate(() => location.href));
await report(browser, seen);

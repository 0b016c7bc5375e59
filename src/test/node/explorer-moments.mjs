// Travels in time in the explorer, by keyboard. Prints what people see as JSON.
// Usage: node explorer-moments.mjs <executable of the browser> <url of the explorer>
import { openTab, report } from './browser.mjs';

const [executablePath, url] = process.argv.slice(2);
const { browser, page, seen } = await openTab(executablePath, url, { width: 1280, height: 900 });
const main = page.locator('main');
const summary = page.locator('.moments summary');
const known = page.getByLabel('As known on', { exact: true });
const fragment = () => decodeURIComponent(new URL(page.url()).hash);
const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);

async function chooseByKeyboard() {
  await page.goto('about:blank');
  await page.goto(`${url}#/brands/leica`);
  await main.getByRole('heading', { level: 1, name: 'Leica' }).waitFor();
  while (!(await isFocused(summary))) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  while (!(await isFocused(known))) await page.keyboard.press('Tab');
  await page.keyboard.type('soon');
  await page.keyboard.press('Enter');
  const refused = await known.evaluate((field) => field.validationMessage);
  const stayed = fragment();
  await known.fill('2020');
  await page.keyboard.press('Enter');
  await main.getByText('Not there at this moment').waitFor();
  return { refused, stayed, address: fragment(), summary: await summary.innerText(), focused: await isFocused(known) };
}

/** Moves the slider to a year, types a month, and asks for what is only possible. */
async function chooseADay() {
  await page.goto(`${url}#/brands/leica`);
  await main.getByRole('heading', { level: 1, name: 'Leica' }).waitFor();
  await page.goto(`${url}#/`);
  await main.getByText('14 brands').waitFor();
  const leica = main.locator('tbody').filter({ has: page.getByRole('rowheader', { name: /^Leica/ }) });
  await summary.click();
  const slider = page.getByLabel('As the world stood in the year');
  await slider.focus();
  const years = new Date().getUTCFullYear() - 2019;
  for (let year = 0; year < years; year++) await page.keyboard.press('ArrowLeft');
  await leica.filter({ hasNotText: 'Sharp' }).waitFor();
  const slid = { address: fragment(), summary: await summary.innerText(), leica: await leica.innerText(), focused: await isFocused(slider) };
  const field = page.getByLabel('As the world stood on', { exact: true });
  slid.typed = await field.inputValue();
  await field.fill('2020-12');
  await page.keyboard.press('Enter');
  await leica.filter({ hasText: 'Sharp' }).waitFor();
  const typed = { address: fragment(), leica: await leica.innerText() };
  await page.getByLabel(/also what is only possible/).check();
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/possibly/);
  const possibly = fragment();
  for (let step = 0; step < 3; step++) await page.goBack();
  return { slid, typed, possibly, back: fragment() };
}

async function compare() {
  await page.getByRole('link', { name: 'Compare with another moment' }).click();
  await page.locator('.compared', { hasText: 'Differences' }).waitFor();
  const regions = await page.locator('.beside > section').evaluateAll((all) => all.map((one) => one.ariaLabel));
  const differences = await page.locator('.compared').textContent();
  const marks = await main.locator('.difference').allInnerTexts();
  await main.getByRole('link', { name: /makes: who says so/ }).click();
  await page.getByRole('dialog').locator('.claim').first().waitFor();
  const evidence = fragment();
  await page.keyboard.press('Escape');
  const count = marks.filter((mark) => mark === 'only here').length + marks.filter((mark) => mark === 'differs').length / 2;
  return { regions, differences, marks, count, evidence };
}

async function moveOn() {
  const href = await page.getByRole('link', { name: /GraphiQL/ }).getAttribute('href');
  const query = new URLSearchParams(href.split('#')[1]).get('query');
  await page.getByRole('link', { name: 'Do not compare' }).click();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Devices' }).click();
  await main.getByText('0 devices').waitFor();
  await page.reload();
  await main.getByText('0 devices').waitFor();
  const address = fragment();
  await summary.click();
  await page.getByRole('link', { name: 'Show it as it is now' }).click();
  await main.getByText('17 devices').waitFor();
  return { query, address, now: fragment() };
}

/** A moment that no client may ask for yet. */
async function goTooFar() {
  await page.goto(`${url}#/?at=revision-99`);
  const back = main.getByRole('link', { name: 'Show it as it is now' });
  await back.waitFor();
  const told = await main.innerText();
  await back.click();
  await main.getByText('14 brands').waitFor();
  return told;
}

/** What was not there yet leads to what is there now. */
async function lookTooEarly() {
  await page.goto(`${url}#/partnerships/leica-xiaomi?at=on-2019`);
  const back = main.getByRole('link', { name: 'Show it as it is now' });
  await back.waitFor();
  const told = await main.innerText();
  await back.click();
  await main.getByRole('heading', { level: 1, name: 'Leica and Xiaomi' }).waitFor();
  return told;
}

seen.day = await chooseADay();
seen.chosen = await chooseByKeyboard();
seen.compared = await compare();
seen.moved = await moveOn();
seen.future = await goTooFar();
seen.early = await lookTooEarly();
await report(browser, seen);

// Takes a picture of each view of the explorer at two widths, and compares it with the one in a directory. Lists what axe finds, and
// what is too wide. Prints all that as JSON.
// Usage: node explorer-views.mjs <executable of the browser> <url of the explorer> <pictures> <references> <update: true or false>
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launch, report } from './browser.mjs';
import { VIEWS } from './explorer-addresses.mjs';
import { compare, reduce } from './pictures.mjs';

const [executablePath, url, pictures, references, update] = process.argv.slice(2);
/** The width decides the colours as well, so that axe checks the contrast of both. */
const SCREENS = [
  { name: 'desktop', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true, reducedMotion: 'reduce' },
];
/** They show when the catalogue was loaded, so that no two pictures of them are the same. */
const CHANGING = { changes: '#/changes', history: `#/changes/${Buffer.from('Brand:1').toString('base64url')}` };
/** The first screens of these are in the README. */
const SHOWN = ['brands-desktop', 'partnership-desktop'];
const TODAY = '2026-11-21T12:00:00Z';

const file = createRequire(import.meta.url).resolve;
const axe = readFileSync(file('axe-core/axe.min.js'), 'utf8');

/** Fonts that are the same on every machine. Only the tests bring them, so that the policy of the page must be bypassed. */
const FONTS = ['sans', 'serif']
  .flatMap((kind) => [400, 700].map((weight) => {
    const data = readFileSync(file(`@fontsource/dejavu-${kind}/files/dejavu-${kind}-latin-${weight}-normal.woff2`), 'base64');
    return `@font-face { font-family: picture-${kind}; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}); }`;
  }))
  .concat(':root { --sans: picture-sans !important; --serif: picture-serif !important; }')
  .join('\n');

const browser = await launch(executablePath);
const seen = { findings: {}, wide: [], different: {}, print: {} };

/** Opens a view, and waits for its answer and its fonts. */
async function open(page, address) {
  await page.goto('about:blank');
  await page.goto(url + address);
  await page.locator('main[aria-busy=false] h1').first().waitFor();
  await page.addStyleTag({ content: FONTS });
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((font) => font.load()));
    await document.fonts.ready;
  });
}

/** What axe finds once nothing moves: a dialog that fades in has less contrast. */
async function findings(page) {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}

async function look(page, name, fullPage = true) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (wide) seen.wide.push(name);
  const found = await findings(page);
  if (found.length) seen.findings[name] = found;
  const picture = await page.screenshot({ path: `${pictures}/${name}.png`, fullPage, animations: 'disabled' });
  if (SHOWN.includes(name)) await page.screenshot({ path: `${pictures}/readme-${name}.png`, clip: { x: 0, y: 0, width: 1280, height: 740 } });
  if (name.split('-')[0] in CHANGING) return;
  const reduced = reduce(picture);
  const reference = `${references}/${name}.png`;
  if (update === 'true') {
    writeFileSync(reference, reduced);
  }
  const difference = existsSync(reference) ? compare(reduced, readFileSync(reference)) : 1;
  if (difference > 0) seen.different[name] = difference;
}

async function openEvidence(page) {
  await open(page, VIEWS.partnership);
  await page.getByRole('link', { name: /announced on: who says so/i }).click();
  await page.getByRole('dialog').getByText('23 May 2022').first().waitFor();
}

/** On paper there is the content of a view, and nothing to click. */
async function print(page) {
  await open(page, VIEWS.partnership);
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const pdf = await page.pdf({ path: `${pictures}/partnership.pdf`, format: 'A4' });
  return {
    navigation: await page.getByRole('navigation', { name: 'Views' }).isVisible(),
    search: await page.getByRole('searchbox').isVisible(),
    heading: await page.locator('main h1').isVisible(),
    bytes: pdf.length,
    background: await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
  };
}

mkdirSync(pictures, { recursive: true });
mkdirSync(references, { recursive: true });
for (const { name: screen, ...options } of SCREENS) {
  const context = await browser.newContext({ ...options, bypassCSP: true });
  const page = await context.newPage();
  await page.clock.setFixedTime(TODAY);
  for (const [view, address] of Object.entries({ ...VIEWS, ...CHANGING })) {
    await open(page, address);
    if (view === 'past') await page.locator('.moments summary').click();
    await look(page, `${view}-${screen}`);
  }
  await openEvidence(page);
  await look(page, `evidence-${screen}`, false);
  seen[screen] = await page.evaluate(() => ({
    background: getComputedStyle(document.documentElement).backgroundColor,
    animation: getComputedStyle(document.querySelector('dialog')).animationName,
  }));
  if (screen === 'desktop') {
    seen.print = await print(page);
  }
  await context.close();
}
await report(browser, seen);

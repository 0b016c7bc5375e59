// Starts a browser for a test. It records in `seen` what no page of this service may cause: errors and warnings in the
// console, and requests to other hosts.
import { chromium } from 'playwright-core';

const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const PERMITTED_AS_ROOT = ['--no-sandbox'];
const EMBEDDED = ['blob:', 'data:'];

/** Starts a browser without a window. */
export const launch = (executablePath) => chromium.launch({ executablePath, args: [...QUIET, ...PERMITTED_AS_ROOT] });

/** Opens an empty tab. The address tells which host is no other one. */
export async function openTab(executablePath, address, viewport = { width: 1400, height: 900 }) {
  const browser = await launch(executablePath);
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(60_000);
  const seen = { complaints: [], foreign: [] };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (!EMBEDDED.includes(protocol) && host !== new URL(address).host) seen.foreign.push(request.url());
  });
  return { browser, page, seen };
}

/** Prints the result of the script for its test, and ends it. */
export async function report(browser, result) {
  await browser.close();
  process.stdout.write(JSON.stringify(result) + '\n');
}

// Finds lines of the page that a script has not executed.
import { readFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** Imports a file of the page, so that its coverage is recorded. */
export const importFile = (name) => import(new URL(name, import.meta.url));

/** Prints a result as JSON, together with the parts of the files that have not been executed. */
export async function report(result, names) {
  const { result: scripts } = await session.post('Profiler.takePreciseCoverage');
  const parts = await Promise.all(names.map((name) => partsNotExecuted(name, scripts)));
  process.stdout.write(JSON.stringify({ ...result, notExecuted: parts.flat() }) + '\n');
}

async function partsNotExecuted(name, scripts) {
  const url = new URL(name, import.meta.url);
  const text = await readFile(url, 'utf8');
  const script = scripts.find((one) => one.url === url.href);
  return script.functions
    .flatMap(({ ranges }) => ranges)
    .filter(({ count }) => count === 0)
    .map(({ startOffset, endOffset }) => text.slice(startOffset, endOffset).trim())
    .filter((part) => part !== '')
    .map((part) => `${name}: ${part}`);
}

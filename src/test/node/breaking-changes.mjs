// Compares two schemas by graphql-inspector. Prints the changes that break clients as JSON.
// Usage: node breaking-changes.mjs <file with the SDL of the old schema> <file with that of the new one>
import { readFile } from 'node:fs/promises';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const [before, after] = await Promise.all(
  process.argv.slice(2).map(async (file) => buildSchema(await readFile(file, 'utf8'))),
);
const changes = await diff(before, after);
const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
process.stdout.write(JSON.stringify(breaking.map(({ message }) => message)) + '\n');

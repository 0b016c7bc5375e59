// Uses urql with Graphcache as front-ends.md describes it. Prints what the user sees and all warnings as JSON.
// Usage: node urql.mjs <slug of a brand with five devices> <access token of an editor>
import { readFile } from 'node:fs/promises';
import { buildSchema } from 'graphql';
import { importFile, report } from './coverage.mjs';
import { everything, unselected } from './everything.mjs';

const [brand, token] = process.argv.slice(2);
const warnings = [];
for (const level of ['warn', 'error']) {
  console[level] = (message) => warnings.push(message);
}

const { client, DEVICES, RENAME } = await importFile('urql.js');
const { signIn } = await importFile('session.js');

const pages = [];
let after = null;
for (let page = 0; page < 3; page++) {
  const { data } = await client.query(DEVICES, { brand, after });
  pages.push(data.brand.devices.edges.length);
  after = data.brand.devices.pageInfo.endCursor;
}

const names = [];
const watched = client.query(DEVICES, { brand }).subscribe(({ data }) => {
  if (names.at(-1) !== data.brand.name) names.push(data.brand.name);
});
const { id, version } = client.readQuery(DEVICES, { brand }).data.brand;
signIn(token);
const rename = (name) =>
  client.mutation(RENAME, { input: { brand: id, expectedVersion: version, name } });
const accepted = (await rename('Renamed')).data.reviseBrand.errors;
const stale = (await rename('Stale')).data.reviseBrand.errors;
watched.unsubscribe();

const schema = buildSchema(await readFile(new URL('schema.graphql', import.meta.url), 'utf8'));
const documents = everything(schema);
const failures = [];
for (const document of documents) {
  const { error } = await client.query(document, {});
  if (error) failures.push(error.message);
}

await report(
  { pages, names, accepted, stale, warnings, failures, unselected: unselected(schema, documents) },
  ['urql.js'],
);

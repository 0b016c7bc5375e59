// Uses Apollo Client as front-ends.md describes it. Prints what the user sees and what was sent as JSON.
// Usage: node apollo.mjs <slug of a brand with five devices> <access token of an editor>
import { setTimeout } from 'node:timers/promises';
import { importFile, report } from './coverage.mjs';

const [brand, token] = process.argv.slice(2);

const sent = [];
const optimistic = [];
const send = globalThis.fetch;
globalThis.fetch = (url, options) => {
  const { searchParams } = new URL(url);
  const { operationName, query, extensions } = options.body ? JSON.parse(options.body) : Object.fromEntries(searchParams);
  sent.push([options.method, extensions && 'hash', query && 'document'].filter(Boolean).join(' '));
  if (operationName === 'Rename' && query === undefined) {
    optimistic.push(client.cache.extract(true)[cacheId].name);
  }
  return send(url, options);
};

const { client } = await importFile('apollo.js');
const { devices, loadMore } = await importFile('apollo-devices.js');
const { rename } = await importFile('apollo-rename.js');
const { signIn } = await importFile('session.js');

const shown = devices(brand);
await new Promise((loaded) => shown.subscribe(({ loading }) => loading || loaded()));
const pages = [];
for (let more = true; more; ) {
  const { edges, pageInfo } = shown.getCurrentResult().data.brand.devices;
  pages.push(edges.length);
  more = pageInfo.hasNextPage;
  await loadMore(shown);
  // The cache announces its changes later.
  while (more && shown.getCurrentResult().data.brand.devices.edges.length === edges.length) {
    await setTimeout(10);
  }
}
const reads = sent.splice(0);

const { id } = shown.getCurrentResult().data.brand;
const cacheId = client.cache.identify({ __typename: 'Brand', id });
const stored = () => client.cache.extract()[cacheId];

const unauthenticated = await rename({ id, version: 1 }, 'Refused');
signIn(token);
const accepted = await rename({ id, version: 1 }, 'Renamed');
const stale = await rename({ id, version: 1 }, 'Stale');
const invalid = await rename({ id, version: stored().version }, '');

await report({ reads, pages, optimistic, unauthenticated, accepted, stale, invalid, stored: stored().name }, [
  'apollo.js',
  'apollo-devices.js',
  'apollo-rename.js',
  'session.js',
]);
client.stop();

// Pages through the devices of a brand and renames it, as React components do by Relay's hooks. Prints what they see as JSON.
// Usage: node relay.mjs <slug of a brand with five devices> <access token of an editor>
import { readdir, writeFile } from 'node:fs/promises';
import { transformFileAsync } from '@babel/core';
import {
  commitMutation,
  createOperationDescriptor,
  fetchQuery,
  getFragment,
  getPaginationMetadata,
  getPaginationVariables,
  getRefetchMetadata,
  getRequest,
  getSelector,
} from 'relay-runtime';
import { importFile, report } from './coverage.mjs';

const [brand, token] = process.argv.slice(2);

/** What a bundler does: compiles the tags, and finds the imported artifacts, whose names lack the extension. */
async function bundle(directory, file) {
  const path = new URL(directory + file, import.meta.url);
  const { code } = await transformFileAsync(path.pathname, { plugins: [['relay', { eagerEsModules: true }]] });
  await writeFile(path, code.replaceAll(/(from ['"].+[.]graphql)(?=['"])/g, '$1.js'));
}

await bundle('', 'BrandDevices.js');
for (const artifact of await readdir(new URL('__generated__', import.meta.url))) {
  await bundle('__generated__/', artifact);
}

const { environment } = await importFile('relay.js');
const { query, fragment, rename } = await importFile('BrandDevices.js');
const { signIn } = await importFile('session.js');

await fetchQuery(environment, query, { brand }).toPromise();
const operation = createOperationDescriptor(getRequest(query), { brand });
environment.retain(operation);
const owner = environment.lookup(operation.fragment).data.brand;
const node = getFragment(fragment);
const selector = getSelector(node, owner);
const shown = () => environment.lookup(selector).data;

const { refetchableRequest, identifierInfo } = getRefetchMetadata(node, 'usePaginationFragment');
const { paginationMetadata } = getPaginationMetadata(node, 'usePaginationFragment');
const pages = [];
for (let more = true; more; ) {
  const { edges, pageInfo } = shown().devices;
  pages.push(edges.length);
  more = pageInfo.hasNextPage;
  const variables = {
    ...getPaginationVariables('forward', 2, pageInfo.endCursor, selector.variables, {}, paginationMetadata),
    [identifierInfo.identifierQueryVariableName]: shown()[identifierInfo.identifierField],
  };
  await fetchQuery(environment, refetchableRequest, variables).toPromise();
}

const { id, version } = shown();
await fetchQuery(environment, refetchableRequest, { id, count: 1 }).toPromise();
const refetched = shown().devices.edges.length;

const names = [];
environment.subscribe(environment.lookup(selector), ({ data }) => names.push(data.name));
signIn(token);

const errorsOf = (name) =>
  new Promise((resolve, reject) => {
    commitMutation(environment, {
      mutation: rename,
      variables: { input: { brand: id, expectedVersion: version, name } },
      optimisticResponse: { reviseBrand: { brand: { id, name, version }, errors: [] } },
      onCompleted: (response) => resolve(response.reviseBrand.errors),
      onError: reject,
    });
  });
const accepted = await errorsOf('Renamed');
const stale = await errorsOf('Stale');

await report({ pages, refetched, names, accepted, stale }, ['relay.js']);

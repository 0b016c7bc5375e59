// Queries a service by the npm package graphql-ws. Prints the results as JSON.
// Usage: node websocket.mjs <ws url of the GraphQL endpoint> <slug of a brand>
import { createHash } from 'node:crypto';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, slug] = process.argv.slice(2);
let sockets = 0;
const client = createClient({
  url,
  webSocketImpl: WebSocket,
  lazyCloseTimeout: 60_000,
  retryAttempts: 0,
  on: { opened: () => sockets++ },
});

const execute = (payload) =>
  new Promise((resolve, reject) => {
    let result;
    client.subscribe(payload, {
      next: (value) => (result = value),
      error: reject,
      complete: () => resolve(result),
    });
  });
const codeOf = (payload) => execute(payload).then(() => 'no error', (errors) => errors[0].extensions.code);

const report = {};
const brand = 'query ($slug: String!) { brand(slug: $slug) { slug } }';
report.answer = await execute({ query: brand, variables: { slug } });
report.manyAtOnce = (
  await Promise.all([...Array(8).keys()].map((i) => execute({ query: `{ a${i}: __typename }` })))
).filter((result, i) => result.data[`a${i}`] === 'Query').length;
report.invalid = await codeOf({ query: '{ colour }' });
report.subscription = await codeOf({ query: 'subscription { changed }' });
report.failed = (await execute({ query: '{ node(id: "nonsense") { id } }' })).errors[0].extensions.code;

const document = `query Q${Date.now()} { __typename }`;
const sha256Hash = createHash('sha256').update(document).digest('hex');
const extensions = { persistedQuery: { version: 1, sha256Hash } };
// The client requires a query, which may be empty.
const first = await codeOf({ query: '', extensions });
await execute({ query: document, extensions });
report.persisted = `${first} then ${(await execute({ query: '', extensions })).data.__typename}`;

report.cancelled = await new Promise((resolve, reject) => {
  const dispose = client.subscribe(
    { query: '{ brands { totalCount } }' },
    { next: reject, error: reject, complete: () => resolve('completed without a result') },
  );
  dispose();
});

report.ping = await new Promise((resolve, reject) => {
  const pinging = createClient({ url, webSocketImpl: WebSocket, lazy: false, keepAlive: 20, onNonLazyError: reject });
  pinging.on('pong', (received, payload) => {
    pinging.dispose();
    resolve({ sent: received && payload === undefined ? 'by the client' : payload });
  });
});
report.sockets = sockets;
report.tooLarge = await execute({ query: `{ __typename } # ${'x'.repeat(200_000)}` }).catch((close) => close.code);
await client.dispose();
process.stdout.write(JSON.stringify(report) + '\n');

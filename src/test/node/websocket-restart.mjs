// Queries two replicas, the first of which stops during an operation. Prints the results as JSON.
// Usage: node websocket-restart.mjs <ws url of the first> <ws url of the second>
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const urls = process.argv.slice(2);
const used = [];
const closed = [];
let closing;
const firstClosed = new Promise((resolve) => (closing = resolve));
const client = createClient({
  url: () => {
    used.push(urls[Math.min(used.length, 1)]);
    return used.at(-1);
  },
  webSocketImpl: WebSocket,
  lazy: false,
  retryWait: async () => {},
  on: {
    closed: ({ code }) => {
      closed.push(code);
      closing();
    },
  },
});
const execute = (query) =>
  new Promise((resolve, reject) => {
    let result;
    client.subscribe({ query }, { next: (value) => (result = value), error: reject, complete: () => resolve(result) });
  });

const first = await execute('{ brands { totalCount } }');
await firstClosed;
const second = await execute('{ __typename }');
const report = {
  answers: [typeof first.data.brands.totalCount, second.data.__typename],
  closed: [...closed],
  replicas: new Set(used).size,
};
await client.dispose();
process.stdout.write(JSON.stringify(report) + '\n');

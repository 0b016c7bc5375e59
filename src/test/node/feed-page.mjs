// Follows the feed from pages of other origins. Prints what each page gets from both transports as JSON.
// Usage: node feed-page.mjs <executable of the browser> <url of the GraphQL endpoint> <slug of a brand> <revision> <number of changes> <origin>...
import { openTab, report } from './browser.mjs';

const [executable, endpoint, slug, since, count, ...origins] = process.argv.slice(2);
const query = `subscription {catalogueChanged(since: ${since}, filter: {types: ["Brand"], brands: ["${slug}"]})
  {entry {node {... on Brand {name}}}}}`;

/** Runs in the page. */
async function follow({ endpoint, query, count }) {
  const nameOf = ({ data }) => data.catalogueChanged.entry.node.name;
  const events = new Promise((resolve) => {
    const names = [];
    const source = new EventSource(`${endpoint}?query=${encodeURIComponent(query)}`);
    const end = (result) => {
      source.close();
      resolve(result);
    };
    source.addEventListener('next', ({ data }) => {
      names.push(nameOf(JSON.parse(data)));
      if (names.length === count) end(names);
    });
    source.onerror = () => end('refused');
  });
  const socket = new Promise((resolve) => {
    const names = [];
    const socket = new WebSocket(endpoint.replace(/^http/, 'ws'), 'graphql-transport-ws');
    const send = (message) => socket.send(JSON.stringify(message));
    socket.onopen = () => send({ type: 'connection_init' });
    socket.onmessage = ({ data }) => {
      const { type, payload } = JSON.parse(data);
      if (type === 'connection_ack') send({ id: '1', type: 'subscribe', payload: { query } });
      if (type === 'next') names.push(nameOf(payload));
      if (names.length === count) socket.close();
    };
    socket.onclose = () => resolve(names.length === count ? names : 'refused');
  });
  return { events: await events, socket: await socket };
}

const { browser, page } = await openTab(executable, endpoint);
// Chromium asks before pages of other hosts may reach this one.
await page.context().grantPermissions(['local-network-access']);
// No server has these origins: the browser takes the pages from here.
await page.route(
  ({ origin }) => origins.includes(origin),
  (route) => route.fulfill({ contentType: 'text/html', body: '<title>Follower</title>' }),
);
const followed = {};
for (const origin of origins) {
  await page.goto(origin);
  followed[origin] = await page.evaluate(follow, { endpoint, query, count: Number(count) });
}
await report(browser, followed);

// Follows the feed by the npm packages graphql-ws and graphql-sse. Prints the cursors and kinds that arrive as JSON.
// Usage: node feed.mjs <url of the GraphQL endpoint> <slug of a brand> <revision> <number of changes>
import { createClient as createSocketClient } from 'graphql-ws';
import { createClient as createEventClient } from 'graphql-sse';
import WebSocket from 'ws';

const [url, slug, since, count] = process.argv.slice(2);
const query = `subscription ($slug: String!, $since: Int, $after: String) {
  catalogueChanged(since: $since, after: $after, filter: {types: ["Brand"], brands: [$slug]}) {
    cursor entry { kind properties { name after } }
  }
}`;

/** Takes changes from a client, one subscription for each, as if the connection were lost in between. */
async function follow(client) {
  const changes = [];
  while (changes.length < Number(count)) {
    const after = changes.at(-1)?.cursor ?? null;
    const variables = { slug, since: Number(since), after };
    for await (const { data, errors } of client.iterate({ query, variables })) {
      if (errors) throw new Error(JSON.stringify(errors));
      changes.push(data.catalogueChanged);
      break;
    }
  }
  return changes.map(({ entry }) => `${entry.kind} ${entry.properties.find(({ name }) => name === 'name').after}`);
}

const socket = createSocketClient({ url: url.replace(/^http/, 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
const events = createEventClient({ url, retryAttempts: 0 });
process.stdout.write(JSON.stringify({ socket: await follow(socket), events: await follow(events) }) + '\n');
await socket.dispose();
events.dispose();

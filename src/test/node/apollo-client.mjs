// Sends a document twice by the automatic persisted queries of Apollo Client, each time with an empty cache. Prints the
// requests and the results as JSON.
// Usage: node apollo-client.mjs <url of the GraphQL endpoint> <document> GET|POST
import { createHash } from 'node:crypto';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';

const [url, document, method] = process.argv.slice(2);
const requests = [];

function recorded(uri, options) {
  const sent = options.body ? JSON.parse(options.body) : Object.fromEntries(new URL(uri).searchParams);
  requests.push(`${options.method} ${Object.keys(sent).includes('query') ? 'document' : 'hash'}`);
  return fetch(uri, options);
}

async function execute() {
  const persisted = new PersistedQueryLink({
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    useGETForHashedQueries: method === 'GET',
  });
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: persisted.concat(new HttpLink({ uri: url, fetch: recorded })),
  });
  return (await client.query({ query: gql(document) })).data;
}

const data = [await execute(), await execute()];
process.stdout.write(JSON.stringify({ requests, data }) + '\n');

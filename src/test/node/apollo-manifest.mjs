// Queries a service that executes trusted documents only by Apollo Client: by the id of a document in the manifest that
// Apollo's tool generated, and by the text of another document. Prints both results as JSON.
// Usage: node apollo-manifest.mjs <url of the GraphQL endpoint> <manifest> <file of documents>
import { readFile } from 'node:fs/promises';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';

const [url, manifest, documents] = process.argv.slice(2);

async function execute(text, links) {
  const link = ApolloLink.from([...links, new HttpLink({ uri: url })]);
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const { data, error } = await client.query({ query: gql(text), variables: { first: 3 }, errorPolicy: 'all' });
  return { data, code: error?.errors?.[0]?.extensions?.code };
}

const loadManifest = async () => JSON.parse(await readFile(manifest, 'utf8'));
const trusted = new PersistedQueryLink(generatePersistedQueryIdsFromManifest({ loadManifest }));
const result = {
  trusted: await execute(await readFile(documents, 'utf8'), [trusted]),
  other: await execute('{ brands { totalCount } }', []),
};
process.stdout.write(JSON.stringify(result) + '\n');

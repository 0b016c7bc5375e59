// Composes a supergraph of the service and a subgraph of reviews, and executes an operation on both through Apollo's gateway.
// Prints the errors and hints of the composition, the requests to the service, and the result of the operation, as JSON.
// Usage: node supergraph.mjs <url of the GraphQL endpoint> <slug of a reviewed device> ... <operation>
import { composeServices } from '@apollo/composition';
import { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

const [endpoint, ...rest] = process.argv.slice(2);
const operation = rest.pop();
const slugs = rest;

// It has a `Node`, a `PageInfo` and a `Query.node` of its own, as every service that follows Relay's specifications
const reviews = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
  type Query { reviews: ReviewConnection!  node(id: ID!): Node }
  interface Node { id: ID! }
  type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type ReviewConnection { edges: [ReviewEdge!]! pageInfo: PageInfo! }
  type ReviewEdge { node: Review! cursor: String! }
  type Review implements Node @key(fields: "id") { id: ID! text: String! device: Device }
  type Device @key(fields: "slug") { slug: String! reviews: [Review!]! }
`);
const reviewOf = (slug) => ({ __typename: 'Review', id: `review ${slug}`, text: `About ${slug}`, device: { slug } });
const resolvers = {
  Query: {
    reviews: () => ({ edges: slugs.map((slug) => ({ cursor: slug, node: reviewOf(slug) })) }),
    node: (_, { id }) => reviewOf(id.replace('review ', '')),
  },
  Device: { reviews: ({ slug }) => [reviewOf(slug)] },
};

const requests = [];
class Subgraph extends RemoteGraphQLDataSource {
  willSendRequest({ request }) {
    requests.push({ query: request.query, variables: request.variables });
  }
}

const post = async (body) => {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(body) })).json();
};
const { sdl } = (await post({ query: '{ _service { sdl } }' })).data._service;
const composition = composeServices([
  { name: 'rangefinder', url: endpoint, typeDefs: parse(sdl) },
  { name: 'reviews', url: 'http://reviews.invalid', typeDefs: reviews },
]);
const report = {
  errors: (composition.errors ?? []).map(({ message }) => message),
  hints: (composition.hints ?? []).map(({ message }) => message),
  requests,
};

if (composition.supergraphSdl) {
  const gateway = new ApolloGateway({
    supergraphSdl: composition.supergraphSdl,
    buildService: ({ name, url }) =>
      name === 'reviews'
        ? new LocalGraphQLDataSource(buildSubgraphSchema([{ typeDefs: reviews, resolvers }]))
        : new Subgraph({ url }),
  });
  const { schema, executor } = await gateway.load();
  const cache = new Map();
  report.result = await executor({
    schema,
    document: parse(operation),
    request: { query: operation, variables: {} },
    queryHash: 'operation',
    context: {},
    cache: { get: async (key) => cache.get(key), set: async (key, value) => void cache.set(key, value) },
  });
  await gateway.stop();
}
process.stdout.write(JSON.stringify(report) + '\n');

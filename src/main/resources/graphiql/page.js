// Starts GraphiQL for the endpoint of this service. The operation is stored in the fragment of the URL, so that it can be
// shared; browsers never send fragments. Headers are not stored, because they may be secret.

const SHARED = ['query', 'variables', 'operationName'];

const endpoint = new URL('../../graphql', location.href).href;
const address = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search);
const shared = new URLSearchParams(SHARED.filter((name) => address.has(name)).map((name) => [name, address.get(name)]));

function share(name, value) {
  if (value) {
    shared.set(name, value);
  } else {
    shared.delete(name);
  }
  history.replaceState(null, '', `#${shared}`);
}

/** A header that the user sets replaces the default one of the same name, whatever its case. */
function send(url, options) {
  const headers = new Headers();
  Object.entries(options.headers).forEach(([name, value]) => headers.set(name, value));
  return fetch(url, { ...options, headers });
}

const example = await (await fetch('example.graphql')).text();
const { GraphiQL, React, ReactDOM } = window;

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(
    GraphiQL,
    {
      fetcher: GraphiQL.createFetcher({ url: endpoint, fetch: send }),
      defaultQuery: example,
      query: shared.get('query') ?? undefined,
      variables: shared.get('variables') ?? undefined,
      operationName: shared.get('operationName') ?? undefined,
      onEditQuery: (query) => share('query', query),
      onEditVariables: (variables) => share('variables', variables),
      onEditOperationName: (operationName) => share('operationName', operationName),
    },
    React.createElement(GraphiQL.Logo, null, 'Rangefinder'),
  ),
);

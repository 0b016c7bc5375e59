// The documents of the views, and how they are sent: by GET with their SHA-256, which the page knows from the service, so that
// answers are cached, and the service need not accept any other documents.

import { events } from './events.js';
import { textOf } from './texts.js';

const HASHES = new URLSearchParams(meta('documents'));
const GRAPHIQL = meta('graphiql');
const TIMEOUT = 20_000;

/** What a subscription may end with while the status of its response says that it was accepted. */
const TEMPORARY = ['TOO_SLOW', 'UNAVAILABLE', 'DEADLINE_EXCEEDED'];

/** Three heartbeats of the service. */
const SILENCE = 45_000;

const TOKEN = 'token';

/** The service does not know the document of this page, because it has been updated since. */
export const OUTDATED = 'PERSISTED_QUERY_NOT_FOUND';

function meta(name) {
  return document.querySelector(`meta[name=${name}]`)?.content ?? '';
}

/** Why there is no answer. Of some failures, another attempt can have another result. */
export class Failure extends Error {
  constructor(message, { code = '', temporary = false } = {}) {
    super(message);
    this.code = code;
    this.temporary = temporary;
  }
}

/** The complete answer to a document, as of a moment. An answer with any error is none, because a view never shows half of it. */
export async function read(name, variables, signal, asOf) {
  const response = await get(name, variables, 'application/graphql-response+json', AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]), asOf)
    .catch((error) => unreachable(error, signal));
  return dataOf(response, await response.json().catch(() => ({})));
}

/** The answers to a subscription, from when the service has accepted it. They end with a failure, or when the connection does. */
export async function* follow(name, variables, signal, accepted) {
  const silence = new AbortController();
  const listen = () => setTimeout(() => silence.abort(), SILENCE);
  let timer = listen();
  try {
    const response = await get(name, variables, 'text/event-stream', AbortSignal.any([signal, silence.signal]));
    if (!response.ok) {
      dataOf(response, await response.json().catch(() => ({})));
    }
    accepted();
    for await (const { event, data } of events(response.body)) {
      clearTimeout(timer);
      timer = listen();
      if (event === 'next') {
        yield dataOf(response, JSON.parse(data));
      }
    }
  } catch (error) {
    throw error instanceof Failure ? error : unreachable(error, signal);
  } finally {
    clearTimeout(timer);
  }
}

function dataOf(response, answer) {
  if (response.ok && answer.data && !answer.errors) {
    return answer.data;
  }
  const error = answer.errors?.[0];
  const code = error?.extensions?.code ?? '';
  if (code === OUTDATED) {
    throw new Failure('The service has been updated since this page was loaded. Reload the page.', { code });
  }
  throw new Failure(error?.message ?? `The service answered with status ${response.status}.`, {
    code,
    temporary: response.status >= 500 || response.status === 429 || TEMPORARY.includes(code),
  });
}

function get(name, variables, type, signal, asOf) {
  const extensions = { persistedQuery: { version: 1, sha256Hash: HASHES.get(name) }, asOf };
  const parameters = new URLSearchParams({
    variables: JSON.stringify(variables),
    extensions: JSON.stringify(extensions),
  });
  const token = sessionStorage.getItem(TOKEN);
  return fetch(`graphql?${parameters}`, { headers: { Accept: type, ...(token && { Authorization: `Bearer ${token}` }) }, signal });
}

function unreachable(error, signal) {
  signal.throwIfAborted();
  const late = error.name === 'TimeoutError';
  throw new Failure(late ? 'The service takes too long to answer.' : 'The service cannot be reached.', { temporary: true });
}

/** Sends an access token with all further requests of this tab. */
export function authenticate(token) {
  sessionStorage.setItem(TOKEN, token);
}

/** The address of a query in GraphiQL, or undefined where that is not served. */
export function graphiqlHref(name, variables, asOf) {
  const text = textOf(name);
  const query = asOf ? text.replace(/^(query[^{]*?) \{$/m, `$1 @asOf(${argumentsOf(asOf)}) {`) : text;
  return GRAPHIQL && `${GRAPHIQL}#${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`;
}

/** Constants and numbers are written without quotes. */
const argumentsOf = (asOf) =>
  Object.entries(asOf).map(([name, value]) => `${name}: ${name === 'validity' ? value : JSON.stringify(value)}`).join(', ');

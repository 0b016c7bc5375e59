// Uses graphql-ws as front-ends.md describes it. Prints the results as JSON.
// Usage: node socket.mjs <slug of a brand> <access token of an editor>
import WebSocket from 'ws';
import { importFile, report } from './coverage.mjs';

globalThis.WebSocket ??= WebSocket; // browsers have it, and Node.js from version 22 on

const [brand, token] = process.argv.slice(2);
const { execute, socket } = await importFile('socket.js');
const { signIn } = await importFile('session.js');

const RENAME = 'mutation ($input: ReviseBrandInput!) { reviseBrand(input: $input) { brand { name } } }';
const input = { brand, expectedVersion: 1, name: 'Renamed' };

const read = await execute('query ($brand: String!) { brand(slug: $brand) { slug } }', { brand });
const refused = await execute(RENAME, { input }).catch((errors) => errors[0].extensions.code);
socket.terminate();
signIn(token);
const renamed = await execute(RENAME, { input });
await socket.dispose();

await report({ read, refused, renamed }, ['socket.js']);

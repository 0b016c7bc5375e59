// Runs the audits of the npm package graphql-http against a service, and prints their results as JSON.
// Usage: node audit.mjs <url of the GraphQL endpoint>
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2] });
const report = results.map(({ id, name, status, reason }) => ({ id, name, status, reason }));
process.stdout.write(JSON.stringify(report) + '\n');

// Calls the functions that were compiled from TypeScript. Prints their results as JSON.
// Usage: node typescript.mjs <slug of a launched device> <slug of a brand with partnerships>
import { importFile, report } from './coverage.mjs';

const [device, brand] = process.argv.slice(2);
const { firstLaunch } = await importFile('compiled/launches.js');
const { partnerships } = await importFile('compiled/partnerships.js');
const { show } = await importFile('compiled/scalars.js');

await report(
  {
    firstLaunch: await firstLaunch(device),
    partnerships: await partnerships({ brand, on: '2024-03' }),
    dates: ['2022', '2022-05', '2022-05-23'].map((date) => show(date, 'en')),
  },
  ['compiled/launches.js', 'compiled/partnerships.js', 'compiled/scalars.js'],
);

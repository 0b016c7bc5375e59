// Writes a catalogue file of public data: markets of CLDR, devices and Japanese launches of stf-device-db and, if its folder
// is given, devices of the LineageOS wiki. What of it does not fit is printed to stderr, with the reason.
//
//   npm install --prefix src/bench/catalogue
//   node src/bench/catalogue/import.mjs [--rejected FILE] [LINEAGEOS-FOLDER] > catalogue.yaml
//   java -jar target/quarkus-app/quarkus-run.jar import catalogue.yaml
//
// The data are under the licences that the citations of the file name; it is not part of the project.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { brands } from './brands.mjs';
import { markets } from './cldr.mjs';
import { add, allDevices, allLaunches } from './devices.mjs';
import * as lineageos from './lineageos.mjs';
import { PACKAGES } from './packages.mjs';
import { rejected } from './rejected.mjs';
import * as stf from './stf.mjs';

const CLDR = {
  key: 'CLDR',
  title: 'Unicode Common Locale Data Repository, version 48.2',
  publisher: 'Unicode, Inc.',
  url: 'https://cldr.unicode.org',
  licence: 'Unicode-3.0',
};

const { values: options, positionals } = parseArgs({
  options: { rejected: { type: 'string' } },
  allowPositionals: true,
});
const [folder] = positionals;

// The LineageOS wiki comes first: a device that both know is stored as the wiki has it, and has claims of both.
if (folder) {
  lineageos.read(folder).forEach(add);
}
stf.read(PACKAGES).forEach(add);

/** Leaves out empty lists, which the format does not have. */
const present = (key, value) => (Array.isArray(value) && value.length === 0 ? undefined : value);

const catalogue = {
  citations: [CLDR, stf.CITATION, ...(folder ? [lineageos.CITATION] : [])],
  markets: markets(PACKAGES),
  brands: brands(),
  devices: allDevices(),
  launches: allLaunches(),
};
process.stdout.write(stringify(JSON.parse(JSON.stringify(catalogue, present)), { lineWidth: 0, aliasDuplicateObjects: false }));

rejected().forEach(line => console.error(line));
if (options.rejected) {
  writeFileSync(options.rejected, rejected().map(line => `${line}\n`).join(''));
}
const count = (records, key) => records.reduce((sum, record) => sum + record[key].length, 0);
console.error(
  `${catalogue.markets.length} markets, ${catalogue.brands.length} brands, ${catalogue.devices.length} devices, ` +
    `${count(catalogue.brands, 'aliases') + count(catalogue.devices, 'aliases')} aliases, ` +
    `${count(catalogue.devices, 'variants')} variants, ${catalogue.launches.length} launches; ${rejected().length} rejected`,
);

// Prints the markets of the founding catalogue as YAML.
//
//   npm install --prefix src/bench/catalogue
//   node src/bench/catalogue/markets.mjs
//
// The output replaces the list `markets` in src/main/resources/catalogue/founding.yaml.

import { markets } from './cldr.mjs';
import { PACKAGES } from './packages.mjs';

function flow(value) {
  if (Array.isArray(value)) {
    return `[${value.map(flow).join(', ')}]`;
  }
  if (typeof value === 'object') {
    const present = Object.entries(value).filter(([, part]) => part !== undefined);
    return `{${present.map(([key, part]) => `${key}: ${flow(part)}`).join(', ')}}`;
  }
  return value.includes(',') ? JSON.stringify(value) : value;
}

console.log(['markets:', ...markets(PACKAGES).map(market => `  - ${flow(market)}`)].join('\n'));

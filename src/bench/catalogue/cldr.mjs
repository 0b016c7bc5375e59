// The markets of CLDR: the countries of ISO 3166-1 and the regions of UN M49, with English names, currencies and parents.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// ISO 3166-1 reserves the numbers from 900 for its users. One of them is in use everywhere: XK, for Kosovo.
const FIRST_RESERVED = 900;
const WORLD = '001';

/** The containers of each code in the tree of territories; an alternative grouping has one of its own. */
function containersOf(territoryContainment) {
  const containers = new Map();
  for (const [key, { _contains: contained }] of Object.entries(territoryContainment)) {
    const [container, , status] = key.split('-');
    if (status !== 'deprecated') {
      contained.forEach(code => containers.set(code, [...(containers.get(code) ?? []), container]));
    }
  }
  return containers;
}

function currencyIn(uses) {
  const current = (uses ?? []).flatMap(Object.entries).filter(([, use]) => use._tender !== 'false' && !use._to);
  return current[0]?.[0];
}

/** The markets of the packages cldr-core and cldr-localenames-full in a directory, in the order of their codes. */
export function markets(directory) {
  const read = (...path) => JSON.parse(readFileSync(join(directory, ...path), 'utf8'));
  const supplemental = name => read('cldr-core', 'supplemental', `${name}.json`).supplemental[name];
  const codes = supplemental('codeMappings');
  const currencies = supplemental('currencyData').region;
  const containers = containersOf(supplemental('territoryContainment'));
  const names = read('cldr-localenames-full', 'main', 'en', 'territories.json').main.en.localeDisplayNames.territories;

  const isCountry = code =>
    /^[A-Z]{2}$/.test(code) && code in names && (code === 'XK' || Number(codes[code]?._numeric) < FIRST_RESERVED);
  const isRegion = code => /^[0-9]{3}$/.test(code) && code in names;

  // CLDR groups some territories in one of its own, such as Antarctica in Outlying Oceania: its container stands for it.
  function parents(code) {
    const found = (containers.get(code) ?? []).flatMap(container => {
      if (isRegion(container)) {
        return [container];
      }
      return container.startsWith('Q') ? parents(container) : [];
    });
    return [...new Set(found)].sort();
  }

  function market(code) {
    const found = parents(code);
    const stated = found.length > 0 ? found : [WORLD];
    return {
      code,
      name: names[code][0].toUpperCase() + names[code].slice(1),
      kind: isCountry(code) ? 'COUNTRY' : 'REGION',
      currency: isCountry(code) ? currencyIn(currencies[code]) : undefined,
      parents: code === WORLD ? undefined : stated,
      claims: [code === WORLD ? { citation: 'CLDR' } : { citation: 'CLDR', states: 'all' }],
    };
  }

  const known = [...new Set([...Object.keys(codes), ...Object.keys(names)])];
  return known.filter(code => isCountry(code) || isRegion(code)).sort().map(market);
}

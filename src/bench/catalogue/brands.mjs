// Brands: all spellings of a name are of one brand, and the others than its name are its aliases.

import { folded, slug } from './names.mjs';
import { reject } from './rejected.mjs';

// Names of one brand that are more than spellings, with the kind of alias that they are.
const OTHER_NAMES = {
  'Sony mobile': { brand: 'Sony', kind: 'NAME' },
  富士通: { brand: 'Fujitsu', kind: 'TRANSLATION', language: 'ja' },
};

const known = new Map();

/** Adds a claim, unless there is the same one. */
export function cite(claims, claim) {
  if (!claims.some(other => JSON.stringify(other) === JSON.stringify(claim))) {
    claims.push(claim);
  }
}

/** The brand of a record; undefined, with a note, when the record has none. */
export function brandOf(record) {
  const text = record.brand?.trim();
  if (!text || !slug(text)) {
    reject(record, 'brand', text ?? '', text ? 'has no letters for a slug' : 'is missing');
    return undefined;
  }
  const name = OTHER_NAMES[text]?.brand ?? text;
  const brand = known.get(folded(name)) ?? { slug: slug(name), name, aliases: [], claims: [] };
  known.set(folded(name), brand);
  if (text !== brand.name) {
    addAlias(brand, text, record);
  }
  if (record.isHandset) {
    brand.makes = ['HANDSETS'];
    cite(brand.claims, { citation: record.citation, states: 'all' });
  } else {
    cite(brand.claims, { citation: record.citation });
  }
  return brand;
}

function addAlias(brand, text, record) {
  const { kind = 'SPELLING', language } = OTHER_NAMES[text] ?? {};
  const alias = brand.aliases.find(other => other.text.toLowerCase() === text.toLowerCase());
  if (alias && alias.text !== text) {
    reject(record, 'brand', text, `differs from the alias ${alias.text} in upper and lower case only`);
  } else if (alias) {
    cite(alias.claims, { citation: record.citation, states: 'all' });
  } else {
    brand.aliases.push({ text, language, kind, claims: [{ citation: record.citation, states: 'all' }] });
  }
}

/** All brands. A citation that states values of a brand supports it as a whole, too. */
export function brands() {
  const states = (claims, citation) => claims.some(claim => claim.citation === citation && claim.states);
  return [...known.values()].map(brand => ({
    ...brand,
    claims: brand.claims.filter(claim => claim.states || !states(brand.claims, claim.citation)),
  }));
}

// Slugs of names, and whether two spellings are of one name.

const LONGEST_SLUG = 100;

// Letters and digits of the scripts that slugs can have.
const WORD = /(?:(?=[0-9a-z\u00df-\u00f6\u00f8-\u1fff\u3005-\u3007\u3040-\ud7a3])[\p{L}\p{M}\p{N}])+/gu;

/** The words of a name, in the compatible form of Unicode, where ¹ is 1 and ｼ is シ. */
function words(name) {
  return name.normalize('NFKC').toLowerCase().replaceAll('+', ' plus ').match(WORD) ?? [];
}

/** What is the same for all spellings of a name. */
export const folded = name => words(name).join('') || name;

/** Cuts a slug, so that a number fits behind it. */
export const cut = (slug, length = LONGEST_SLUG) => slug.slice(0, length).replace(/-$/, '');

/** The slug of some names; a name at the beginning of the next one is not repeated, as in Polaroid and Polaroid pigu. */
export function slug(...names) {
  const all = names.map(words);
  const parts = all.map((part, at) => {
    const before = all[at - 1] ?? [];
    const repeats = before.length > 0 && before.every((word, place) => word === part[place]);
    return repeats ? part.slice(before.length) : part;
  });
  return cut(parts.flat().join('-'));
}

/** A name without the brand at its beginning, folded. */
export function foldedModel(brand, name) {
  const all = folded(name);
  const start = folded(brand);
  return all.startsWith(start) && all !== start ? all.slice(start.length) : all;
}

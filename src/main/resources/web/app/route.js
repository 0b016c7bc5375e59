// Addresses of views: the fragment of the URL, such as #/partnerships/leica-xiaomi. Parameters of the fragment narrow a view down,
// open the evidence of one value on top of it, and name the moment that it shows.

import { isBeside } from './context.js';

const NAMES = {
  brands: 'brand',
  partnerships: 'partnership',
  devices: 'device',
  markets: 'market',
  citations: 'citation',
  speakers: 'speaker',
  events: 'event',
  changes: 'history',
};
const LISTS = ['devices', 'markets', 'changes', 'search'];
const EVIDENCE = ['evidence', 'of', 'claims', 'beside'];
const MOMENTS = ['at', 'with'];

/** The route of a fragment. Its view is undefined if the fragment names none. */
export function parse(hash) {
  const [path, parameters = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const query = new URLSearchParams(parameters);
  const [list, key, ...rest] = path.split('/').map(decode);
  return { hash, path, key, query, view: rest.length ? undefined : viewOf(list, key) };
}

function viewOf(list, key) {
  if (!list) {
    return 'brands';
  }
  return key ? NAMES[list] : LISTS.find((name) => name === list);
}

/** A malformed escape sequence names no view. */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '%';
  }
}

/** The address of an object or a list as of the moments of the current view, with parameters that are not empty. */
export function href(list, key, parameters = {}) {
  const path = [list, key].filter(Boolean).map(encodeURIComponent).join('/');
  const { query } = parse(location.hash);
  const moments = MOMENTS.map((name) => [name, query.get(name)]);
  return address(path, new URLSearchParams([...Object.entries(parameters), ...moments].filter(([, value]) => value)));
}

/** An address as of other moments, where null is now. */
export function hrefAsOf(hash, at, beside) {
  return changed(parse(hash), (query) => [at, beside].forEach((moment, index) => (moment ? query.set(MOMENTS[index], moment) : query.delete(MOMENTS[index]))));
}

/** The address of a route with other parameters. */
export function changed(route, change) {
  const query = new URLSearchParams(route.query);
  EVIDENCE.forEach((name) => query.delete(name));
  change(query);
  return address(route.path, query);
}

function address(path, query) {
  const parameters = query.toString();
  return `#/${path}${parameters && `?${parameters}`}`;
}

/** The address of the evidence of a property of an object, or of the object as a whole, on top of the current view; or of claims after a cursor. */
export function evidenceHref(id, property, claims) {
  const parameters = Object.entries({ evidence: id, of: property, claims, beside: isBeside() && 'true' }).filter(([, value]) => value);
  return changed(parse(location.hash), (query) => parameters.forEach(([name, value]) => query.set(name, value)));
}

/** The list in the address of objects of a type. */
export function listOf(type) {
  return Object.keys(NAMES).find((list) => NAMES[list] === type.toLowerCase());
}

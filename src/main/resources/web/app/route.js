// Addresses of views: the fragment of the URL, such as #/partnerships/leica-xiaomi. Parameters of the fragment narrow a view down,
// and open the evidence of one value on top of it.

const NAMES = {
  brands: 'brand',
  partnerships: 'partnership',
  devices: 'device',
  markets: 'market',
  citations: 'citation',
  speakers: 'speaker',
  events: 'event',
};
const LISTS = ['devices', 'markets', 'search'];
const EVIDENCE = ['evidence', 'of', 'claims'];

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

/** The address of an object or a list, with parameters that are not empty. */
export function href(list, key, parameters = {}) {
  const path = [list, key].filter(Boolean).map(encodeURIComponent).join('/');
  return address(path, new URLSearchParams(Object.entries(parameters).filter(([, value]) => value)));
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
  const parameters = Object.entries({ evidence: id, of: property, claims }).filter(([, value]) => value);
  return changed(parse(location.hash), (query) => parameters.forEach(([name, value]) => query.set(name, value)));
}

/** The list in the address of objects of a type. */
export function listOf(type) {
  return Object.keys(NAMES).find((list) => NAMES[list] === type.toLowerCase());
}

// Devices and their launches. Records of several sources, or of one, can be of the same device.

import { brandOf, cite } from './brands.mjs';
import { date } from './dates.mjs';
import { cut, folded, foldedModel, slug } from './names.mjs';
import { reject } from './rejected.mjs';

const devices = [];
const launches = new Map();
const slugs = new Set();

/**
 * Records of one source are of one device when they have the same name and a code in common, or no codes and the same
 * hardware; records of two sources when they have a code in common or, without codes, the same name.
 */
function isSame(device, brand, record) {
  if (device.brand !== brand) {
    return false;
  }
  const sharesCode = record.codes.some(code => device.codes.has(code)) || device.codes.has(record.key);
  const sharesName = device.model === foldedModel(brand.name, record.name);
  const hasNoCode = record.codes.length === 0;
  const isSameHardware = device.fields.hardwareCode === record.hardwareCode;
  return device.citation === record.citation
    ? sharesName && (sharesCode || (hasNoCode && device.codes.size === 0 && isSameHardware))
    : sharesCode || (hasNoCode && sharesName);
}

/** The slug of brand and name; when another device has it, also of the model code, of the key in the source, or a number. */
function newSlug(brand, record) {
  const code = record.codes.length === 1 ? record.codes : [];
  const candidates = [[], code, [...code, record.key]].map(more => slug(brand.name, record.name, ...more));
  for (let number = 2; candidates.every(candidate => slugs.has(candidate)); number++) {
    candidates.push(`${cut(candidates[0], 90)}-${number}`);
  }
  const found = candidates.find(candidate => !slugs.has(candidate));
  slugs.add(found);
  return found;
}

function create(brand, record, releasedOn) {
  const stated = () => [{ citation: record.citation, states: 'all' }];
  const { codes, chipsets } = record;
  const several = [
    ...(codes.length > 1 ? codes.map(code => ({ code })) : []),
    ...(chipsets.length > 1 ? chipsets.map(chipset => ({ chipset })) : []),
  ];
  const device = {
    brand,
    citation: record.citation,
    model: foldedModel(brand.name, record.name),
    codes: new Set(),
    fields: {
      slug: newSlug(brand, record),
      name: record.name,
      kind: 'MODEL',
      brand: brand.slug,
      releasedOn,
      chipset: chipsets.length === 1 ? chipsets[0] : undefined,
      hardwareCode: record.hardwareCode,
      aliases: [],
      variants: several.map(variant => ({ ...variant, claims: stated() })),
      claims: stated(),
    },
  };
  devices.push(device);
  return device;
}

/** Adds what another record says of a device, also when its values are others than the stored ones. */
function support({ citation, fields }, record, releasedOn) {
  if (citation !== record.citation) {
    cite(fields.claims, { citation: record.citation, states: ['kind', 'brand'] });
  }
  const values = { releasedOn: [releasedOn], chipset: record.chipsets, hardwareCode: [record.hardwareCode] };
  for (const [property, texts] of Object.entries(values)) {
    const isNew = value => value && (citation !== record.citation || fields[property] !== value);
    texts.filter(isNew).forEach(value => cite(fields.claims, { citation: record.citation, property, value }));
  }
}

function addAliases(device, record) {
  const spelling = folded(record.name) === folded(device.fields.name) ? 'SPELLING' : 'NAME';
  const found = [
    ...record.codes.map(text => ({ text, kind: 'MODEL_CODE' })),
    ...record.names.map(text => ({ text, kind: 'NAME' })),
    ...(record.name === device.fields.name ? [] : [{ text: record.name, kind: spelling }]),
  ];
  for (const { text, kind } of found) {
    const known = device.fields.aliases.find(alias => alias.text === text);
    const alias = known ?? { text, kind, claims: [] };
    cite(alias.claims, { citation: record.citation, states: 'all' });
    if (!known) {
      device.fields.aliases.push(alias);
    }
  }
  record.codes.forEach(code => device.codes.add(code));
}

function addLaunch(device, record) {
  const { seller, remark, launchedOn: text } = record.launch;
  const launchedOn = date(record, 'launchedOn', text);
  const key = JSON.stringify([device.fields.slug, seller]);
  const known = launches.get(key);
  if (known) {
    cite(known.claims, { citation: record.citation, property: 'launchedOn', value: launchedOn, remark });
    return;
  }
  const claims = [{ citation: record.citation, states: 'all', remark }];
  launches.set(key, { device: device.fields.slug, market: 'JP', status: 'LAUNCHED', seller, launchedOn, claims });
}

/** Adds the device and the launch of a record. */
export function add(record) {
  if (!record.name?.trim()) {
    reject(record, 'name', '', 'is missing');
    return;
  }
  const brand = brandOf(record);
  if (!brand) {
    return;
  }
  const releasedOn = date(record, 'releasedOn', record.releasedOn);
  const same = devices.filter(device => isSame(device, brand, record));
  const device = same.length === 1 ? same[0] : create(brand, record, releasedOn);
  if (same.length === 1) {
    support(device, record, releasedOn);
  }
  addAliases(device, record);
  record.claims.forEach(claim => cite(device.fields.claims, { citation: record.citation, ...claim }));
  if (record.launch) {
    addLaunch(device, record);
  }
}

export const allDevices = () => devices.map(device => device.fields);
export const allLaunches = () => [...launches.values()];

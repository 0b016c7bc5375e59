// The records of the npm package @devicefarmer/stf-device-db: devices with the day of their launch in Japan and the carrier.
//
// What the service has no field for becomes claims about the device: its memory and storage, in megabytes. Operating
// systems, displays, features and photos are not read.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folded } from './names.mjs';

export const CITATION = {
  key: 'STF',
  title: 'stf-device-db, version 1.4.0',
  publisher: 'DeviceFarmer',
  url: 'https://github.com/DeviceFarmer/stf-device-db',
  licence: 'CC-BY-SA-4.0',
  remark: 'Its dates are midnights in Tokyo; launches have that day.',
};

// The carrier of devices that are sold by others, or by nobody in particular.
const NO_CARRIER = '_';
const TOKYO = 9 * 60 * 60 * 1000; // ahead of UTC, in milliseconds

const isCode = text => /^\S*[0-9]\S*$/.test(text);

/**
 * The model code: the long name when that is the key of the record, or a code in it; otherwise the key. A device that has
 * its code as its name, or a key made of its name, has none.
 */
function modelCode(key, name) {
  const model = key.replace(/_+$/, '');
  const long = name.long ?? '';
  const keyIsName = folded(name.id).endsWith(folded(model));
  if (isCode(long) && (keyIsName || folded(model).endsWith(folded(long)))) {
    return folded(long) === folded(name.id) ? undefined : long;
  }
  if (keyIsName) {
    return undefined;
  }
  return folded(long) === folded(model) ? long : model;
}

/** The most frequent name of each carrier, by its code. */
function carrierNames(devices) {
  const counts = new Map();
  for (const { carrier } of devices.filter(device => device.carrier)) {
    const names = counts.get(carrier.code) ?? counts.set(carrier.code, new Map()).get(carrier.code);
    names.set(carrier.name, (names.get(carrier.name) ?? 0) + 1);
  }
  return new Map([...counts].map(([code, names]) => [code, [...names].sort(([, a], [, b]) => b - a)[0][0]]));
}

/** The day of an instant; another text is returned, to be rejected as a date. */
function dayInTokyo(text) {
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? text : new Date(instant + TOKYO).toISOString().slice(0, 10);
}

function launch(device, carriers) {
  const { carrier } = device;
  const seller = carrier && carrier.code !== NO_CARRIER ? carriers.get(carrier.code) : undefined;
  return {
    seller,
    remark: carrier && carrier.name !== seller ? `The source gives the carrier as ${carrier.name}.` : undefined,
    launchedOn: dayInTokyo(device.date),
  };
}

function record(key, device, carriers) {
  const { name, memory } = device;
  const code = modelCode(key, name);
  const isName = [code, name.id, ''].includes(name.long ?? '');
  const claim = (property, megabytes) => ({ property, value: `${megabytes} MB` });
  return {
    citation: CITATION.key,
    file: key,
    brand: device.maker.name,
    name: name.id,
    names: isName ? [] : [name.long],
    codes: code ? [code] : [],
    key,
    chipsets: device.cpu.name ? [device.cpu.name] : [],
    claims: [claim('memory', memory.ram), claim('storage', memory.rom)],
    launch: launch(device, carriers),
  };
}

/** The records of the package in a directory. */
export function read(directory) {
  const file = join(directory, '@devicefarmer', 'stf-device-db', 'dist', 'devices-latest.json');
  const devices = JSON.parse(readFileSync(file, 'utf8'));
  const carriers = carrierNames(Object.values(devices));
  return Object.entries(devices).map(([key, device]) => record(key, device, carriers));
}

// The records of a folder of device files of the LineageOS wiki (_data/devices), each of which has one device in YAML.
//
// What the service has no field for becomes claims about the device: its type, carriers without a market, memory, storage
// and cameras, in the words of the file. What is about the operating system is not read.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { reject } from './rejected.mjs';

export const CITATION = {
  key: 'LINEAGEOS',
  title: 'LineageOS wiki, data of the device pages',
  publisher: 'LineageOS',
  url: 'https://github.com/LineageOS/lineage_wiki',
  licence: 'CC-BY-SA-3.0',
};

const HANDSETS = /^(phone|foldable)\b/;
const PROPERTIES = { type: 'type', carrier: 'carrier', ram: 'memory', storage: 'storage' };

const list = value => (Array.isArray(value) ? value : [value]).filter(item => item);
const isText = value => typeof value === 'string';
const isMap = value => value !== null && typeof value === 'object' && !Array.isArray(value);

function claims(device) {
  const claimed = (values, property) => [...new Set(values.filter(isText))].map(value => ({ property, value }));
  return [
    ...Object.entries(PROPERTIES).flatMap(([key, property]) => claimed(list(device[key]), property)),
    ...claimed(list(device.cameras).map(camera => camera.info), 'camera'),
  ];
}

function record(file, device) {
  return {
    citation: CITATION.key,
    file,
    brand: isText(device.vendor) ? device.vendor : undefined,
    name: isText(device.name) ? device.name : undefined,
    names: [],
    codes: [...new Set(list(device.models))],
    key: device.codename,
    hardwareCode: device.codename,
    releasedOn: device.release,
    chipsets: list(device.soc),
    claims: claims(device),
    isHandset: HANDSETS.test(device.type),
    isReplaced: Boolean(device.migrated_to ?? device.migrate_to),
  };
}

/** A device that was released on several dates, by model code, is as many devices with the same hardware. */
function byRelease(found) {
  const { releasedOn: date } = found;
  if (!Array.isArray(date) || !date.every(isMap)) {
    return [{ ...found, releasedOn: date && !isText(date) ? JSON.stringify(date) : date }];
  }
  const releases = date.flatMap(Object.entries);
  const others = found.codes.filter(code => !releases.some(([known]) => known === code));
  return [
    ...releases.map(([code, releasedOn]) => ({ ...found, codes: [code], releasedOn })),
    ...others.map(code => ({ ...found, codes: [code], releasedOn: undefined })),
  ];
}

function readFile(directory, file) {
  try {
    // The failsafe schema reads every value as text.
    const device = parse(readFileSync(join(directory, file), 'utf8'), { schema: 'failsafe' });
    if (isMap(device)) {
      return byRelease(record(file, device));
    }
    reject({ citation: CITATION.key, file }, '', '', 'is no device');
  } catch (error) {
    reject({ citation: CITATION.key, file }, '', '', error.message.split('\n')[0]);
  }
  return [];
}

/** The records of the folder; those that others replace come last, so that the values of the others are stored. */
export function read(directory) {
  const files = readdirSync(directory).filter(file => /\.ya?ml$/.test(file)).sort();
  const records = files.flatMap(file => readFile(directory, file));
  return [...records.filter(found => !found.isReplaced), ...records.filter(found => found.isReplaced)];
}

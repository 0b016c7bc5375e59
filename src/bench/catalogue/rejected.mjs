// What of the sources does not become part of the catalogue, each with its reason.

const lines = [];

/** Notes a value of a field. Without its brand or its name, the record is no device. */
export function reject(record, field, value, reason) {
  lines.push([record.citation, record.file, field, value, reason].join('\t'));
}

export const rejected = () => lines;

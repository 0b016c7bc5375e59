// Compares pictures of pages. Each is reduced to a fourth first, so that what differs between machines, such as the edges of letters,
// hardly counts, and a moved or missing part does.
import { PNG } from 'pngjs';

const FACTOR = 4;
/** By how much a channel may differ, of 255, for a pixel to be the same. */
const TOLERANCE = 24;
/** How many of the pixels may differ. */
const SHARE = 0.01;

/** A picture of a fourth of the width and height, as PNG. */
export function reduce(picture) {
  const from = PNG.sync.read(picture);
  const to = new PNG({ width: Math.floor(from.width / FACTOR), height: Math.floor(from.height / FACTOR), colorType: 2 });
  for (let y = 0; y < to.height; y++) {
    for (let x = 0; x < to.width; x++) {
      average(from, x, y).forEach((value, channel) => (to.data[(y * to.width + x) * 4 + channel] = value));
    }
  }
  return PNG.sync.write(to, { colorType: 2 });
}

function average({ data, width }, x, y) {
  const sums = [0, 0, 0, 0];
  for (let row = 0; row < FACTOR; row++) {
    for (let column = 0; column < FACTOR; column++) {
      const start = ((y * FACTOR + row) * width + x * FACTOR + column) * 4;
      sums.forEach((sum, channel) => (sums[channel] = sum + data[start + channel]));
    }
  }
  return sums.map((sum) => sum / FACTOR ** 2);
}

/** The share of the pixels that differ, or 0 if so few do that the pictures are the same. */
export function compare(picture, reference) {
  const [one, other] = [PNG.sync.read(picture), PNG.sync.read(reference)];
  if (one.width !== other.width || one.height !== other.height) {
    return 1;
  }
  let different = 0;
  for (let start = 0; start < one.data.length; start += 4) {
    different += [0, 1, 2].some((channel) => Math.abs(one.data[start + channel] - other.data[start + channel]) > TOLERANCE);
  }
  const share = (different * 4) / one.data.length;
  return share > SHARE ? share : 0;
}

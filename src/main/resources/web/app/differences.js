// Says in words how two views side by side differ. Rows of both that are about the same differ if they say something else.

const ROWS = 'h1, .details > div, li, tbody tr';
const MARK = 'difference';

/** Marks the rows of both columns that differ, and returns about how many things they are. */
export function markDifferences(columns) {
  columns.forEach((column) => column.querySelectorAll(`.${MARK}`).forEach((mark) => mark.remove()));
  const [one, other] = columns.map(rowsOf);
  return new Set([...mark(one, other), ...mark(other, one)]).size;
}

/** The rows of a column and what they say, by what they are about. */
function rowsOf(column) {
  const rows = new Map();
  const times = new Map();
  for (const row of column.querySelectorAll(ROWS)) {
    const topic = topicOf(row);
    times.set(topic, (times.get(topic) ?? 0) + 1);
    rows.set(`${topic} ${times.get(topic)}`, { row, text: textOf(row) });
  }
  return rows;
}

/** A row is about what its term says, or else what its first link leads to, in its section. */
function topicOf(row) {
  if (row.localName === 'h1') {
    return '';
  }
  const section = row.closest('section section')?.querySelector('h2')?.firstChild.textContent ?? '';
  const link = row.querySelector('a:not([href*="evidence="])')?.getAttribute('href').split('?')[0];
  return [section, row.querySelector('.kind')?.textContent, row.querySelector('dt')?.textContent ?? link ?? textOf(row)].join(' ');
}

function textOf(row) {
  const copy = row.cloneNode(true);
  copy.querySelectorAll('svg, .unseen').forEach((part) => part.remove());
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

function mark(rows, others) {
  const different = [...rows.keys()].filter((topic) => others.get(topic)?.text !== rows.get(topic).text);
  different.forEach((topic) => label(rows.get(topic).row, others.has(topic) ? 'differs' : 'only here'));
  return different;
}

/** The label is no part of the template. It is removed before the rows are compared again. */
function label(row, text) {
  const element = document.createElement('span');
  element.className = MARK;
  element.textContent = text;
  if (row.localName === 'h1') {
    row.after(element);
  } else {
    (row.querySelector('dt, th, td') ?? row).append(' ', element);
  }
}

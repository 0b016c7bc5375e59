// What is known while a view is rendered: the day that it shows, and whether it is beside another one. Then labels say so, because no
// two regions of a page may have the same name, and evidence is that of its moment.

const ALONE = { suffix: '', today: undefined };

let context = ALONE;

/** Renders a view on a day, in milliseconds, or today. Its labels get a suffix if it is beside another one. */
export function inContext(changed, render) {
  const previous = context;
  context = { ...previous, ...changed };
  try {
    return render();
  } finally {
    context = previous;
  }
}

export const isBeside = () => context.suffix !== '';

/** The label of a region. */
export const labelled = (label) => [label, context.suffix].filter(Boolean).join(', ');

/** The day that is shown, in milliseconds. */
export const today = () => context.today ?? Date.now();

// How long to wait before the next attempt.

const SECONDS = [1, 2, 4, 8, 15];

/** The pause after a number of failed attempts, in seconds. */
export const pauseAfter = (attempts) => SECONDS[Math.min(attempts, SECONDS.length) - 1];

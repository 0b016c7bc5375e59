// Follows the changes of the catalogue. After a lost connection, it continues after the last change that has arrived, so that none is
// missed, and none comes twice.

import { follow } from './documents.js';

const PAUSES = [1, 2, 4, 8, 15];

export class Feed {
  /** Calls a function with each change, and another one when the state becomes "following", "lost", "paused" or "failed". */
  constructor(receive, become) {
    Object.assign(this, { receive, become, position: {} });
  }

  /** Follows from a position: after a revision, and after the cursor of a change. */
  async start(position = this.position) {
    this.stop();
    const abort = new AbortController();
    Object.assign(this, { abort, position });
    this.attempt = 0;
    while (!abort.signal.aborted) {
      const failure = await this.follow(abort.signal).catch((error) => error);
      if (abort.signal.aborted) {
        return;
      }
      if (failure && !failure.temporary) {
        this.become('failed', failure);
        return;
      }
      this.become('lost');
      await this.wait();
    }
  }

  async follow(signal) {
    for await (const { catalogueChanged: { cursor, entry } } of follow('changed', this.position, signal, () => this.accept())) {
      this.position = { ...this.position, after: cursor };
      this.receive(cursor, entry);
    }
  }

  accept() {
    this.attempt = 0;
    this.become('following');
  }

  wait() {
    const pause = PAUSES[Math.min(this.attempt++, PAUSES.length - 1)];
    return new Promise((resume) => setTimeout(resume, pause * 1000));
  }

  /** Stops, and keeps the position. */
  stop() {
    this.abort?.abort();
  }
}

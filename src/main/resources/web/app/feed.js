// Follows the changes of the catalogue. After a lost connection, it continues after the last change that has arrived, so that none is
// missed, and none comes twice.

import { follow } from './documents.js';
import { pauseAfter } from './pauses.js';

export class Feed {
  /** Calls a function with each change, and another one when the state becomes "following", "lost" or "failed". */
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
    this.attempt++;
    return new Promise((resume) => setTimeout(resume, pauseAfter(this.attempt) * 1000));
  }

  /** Stops, and keeps the position. */
  stop() {
    this.abort?.abort();
  }
}

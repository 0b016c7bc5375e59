// Reads the document of a view, and says how that goes: whether it takes long, why it failed, when it is tried again.

import { read } from './documents.js';
import { asOf, dayOf } from './moments.js';
import { pauseAfter } from './pauses.js';

const SLOW = 1_500;

/** Views of the past can take too long for the first time on a connection, because PostgreSQL plans their statements then. */
const UNPLANNED = 'DATABASE_TIME_EXCEEDED';
const ATTEMPTS = 3;

export class Reading {
  constructor(host) {
    this.host = host;
    this.reset();
  }

  reset() {
    this.abort?.abort();
    clearTimeout(this.slowTimer);
    clearTimeout(this.retryTimer);
    Object.assign(this, { name: undefined, variables: undefined, asOf: undefined, answer: undefined, failure: undefined, slow: false, attempt: 0 });
  }

  /** Reads the document of a view for a route as of a moment. The answer of the previous one stays until this one has arrived or failed. */
  async load(view, route, moment) {
    const { answer } = this;
    this.reset();
    Object.assign(this, { view, route, name: view.document, variables: view.variables(route), asOf: asOf(moment), day: dayOf(moment), answer });
    await this.retry();
  }

  /** Whether what is shown is not, or not yet, what was requested. */
  get busy() {
    return Boolean(this.name) && this.answer?.route !== this.route && !this.failure;
  }

  /** Reads the document again, now. */
  async retry() {
    clearTimeout(this.retryTimer);
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    const { view, route, day } = this;
    this.slowTimer = setTimeout(() => this.update({ slow: true }), SLOW);
    try {
      const data = await read(this.name, this.variables, abort.signal, this.asOf);
      this.update({ answer: { data, view, route, day }, failure: undefined, slow: false, attempt: 0 });
    } catch (failure) {
      if (!abort.signal.aborted) {
        this.fail(failure);
      }
    } finally {
      if (this.abort === abort) {
        clearTimeout(this.slowTimer);
      }
    }
  }

  fail(failure) {
    const attempt = this.attempt + 1;
    const pause = pauseAfter(attempt);
    this.update({ answer: undefined, failure, slow: false, attempt, pause });
    if (failure.temporary || (failure.code === UNPLANNED && this.attempt < ATTEMPTS)) {
      this.retryTimer = setTimeout(() => this.retry(), pause * 1000);
    }
  }

  update(state) {
    Object.assign(this, state);
    this.host.requestUpdate();
  }
}

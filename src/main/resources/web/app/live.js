// The newest changes, which follow the feed. Screen readers are told how many there are, at most every few seconds.

import { html, LitElement, nothing } from 'lit';
import { Feed } from './feed.js';
import { changeList, changePages } from './parts/changes.js';
import { count } from './words.js';

/** How many changes the page keeps. Earlier ones are on further pages. */
const MOST = 200;

/** How long screen readers are not told about changes again. */
const QUIET = 5_000;

const STATES = {
  connecting: 'Connecting …',
  following: 'New changes appear here.',
  lost: 'The connection is lost. What changes meanwhile appears when it is back.',
  paused: 'Paused.',
};

class Changes extends LitElement {
  static properties = { first: { attribute: false }, route: { attribute: false } };

  state = 'connecting';
  edges = [];
  goesOn = false;
  unannounced = 0;
  announcement = '';
  feed = new Feed((cursor, node) => this.receive({ cursor, node }), (state, failure) => this.become(state, failure));

  /** What the person can do in a state. */
  actions = {
    following: { name: 'Pause', act: () => this.pause() },
    lost: { name: 'Try now', act: () => this.resume() },
    paused: { name: 'Go on', act: () => this.resume() },
    failed: { name: 'Reload the page', act: () => location.reload() },
  };

  createRenderRoot() {
    return this;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.feed.stop();
    clearTimeout(this.timer);
  }

  /** The page that was read first tells where to go on. */
  willUpdate(changed) {
    if (changed.has('first')) {
      const { catalogue, changes } = this.first;
      this.edges = changes.edges.toReversed();
      this.goesOn = changes.pageInfo.hasPreviousPage;
      this.feed.start({ since: catalogue.revision, after: this.edges[0]?.cursor });
    }
  }

  receive(edge) {
    this.goesOn ||= this.edges.length === MOST;
    this.edges = [edge, ...this.edges].slice(0, MOST);
    this.unannounced++;
    this.timer ??= setTimeout(() => this.announce(), QUIET);
    this.requestUpdate();
  }

  announce() {
    this.announcement = count(this.unannounced, 'new change');
    this.unannounced = 0;
    this.timer = undefined;
    this.requestUpdate();
  }

  become(state, failure) {
    Object.assign(this, { state, failure });
    this.requestUpdate();
  }

  pause() {
    this.feed.stop();
    this.become('paused');
  }

  resume() {
    this.become('connecting');
    this.feed.start();
  }

  render() {
    return html`
      <p class="live ${this.state}"><span role="status">${STATES[this.state] ?? this.failure.message}</span> ${this.button()}</p>
      <p class="unseen" role="status">${this.announcement}</p>
      ${changeList(this.edges.map(({ node }) => node))}
      ${changePages(this.route, this.goesOn && this.edges.at(-1).cursor)}`;
  }

  button() {
    const { name, act } = this.actions[this.state] ?? {};
    return name ? html`<button type="button" @click=${act}>${name}</button>` : nothing;
  }
}

customElements.define('rangefinder-changes', Changes);

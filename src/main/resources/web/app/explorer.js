// The page: what surrounds every view, and how one view follows another.

import { html, LitElement } from 'lit';
import { compare, sideBySide } from './comparison.js';
import { momentsOf } from './moments.js';
import { evidence, EVIDENCE } from './panel.js';
import { footer, masthead } from './parts/frame.js';
import { momentChooser } from './parts/moments.js';
import { definitions } from './parts/strip.js';
import { Reading } from './reading.js';
import { changed, href, parse } from './route.js';
import { pending, problem, shown } from './status.js';
import { VIEWS } from './views/index.js';

const NO_MOMENT = ['There is no such moment', 'A moment is a year, a month or a day, such as 2022-05-23.'];

/** The name of the section of a view that an element is in. */
const sectionOf = (element) => element?.closest('main section')?.ariaLabel;

class Explorer extends LitElement {
  reading = new Reading(this);
  beside = new Reading(this);
  proof = new Reading(this);

  /** Without a shadow root, so that one style sheet serves all views, also on paper. */
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.replaceChildren();
    history.scrollRestoration = 'manual';
    addEventListener('popstate', ({ state }) => this.go(state?.top ?? 0));
    addEventListener('scrollend', () => history.replaceState({ top: scrollY }, ''));
    addEventListener('keydown', (event) => this.press(event));
    this.arriving = true;
    this.go(history.state?.top ?? 0).finally(() => (this.arriving = false));
  }

  /** Shows the view that the address names. Opening evidence leaves the view below it as it is. */
  async go(top) {
    const route = parse(location.hash);
    const view = VIEWS[route.view];
    const moments = momentsOf(route);
    const address = changed(route, () => {});
    const moved = address !== this.address;
    const section = route.path === this.route?.path ? sectionOf(document.activeElement) : undefined;
    const invalid = moments.every(Boolean) ? view?.invalid?.(route) : NO_MOMENT;
    Object.assign(this, { route, view, address, moments, invalid });
    this.requestUpdate();
    await Promise.all([moved && this.showView(top, section), this.showEvidence()]);
  }

  /** A page of a list within a view leaves the person in its section. */
  async showView(top, section) {
    const { address } = this;
    await Promise.all([this.reading, this.beside].map((reading, index) => this.read(reading, this.moments[index])));
    await this.updateComplete;
    if (address !== this.address || this.querySelector('.moments')?.contains(document.activeElement)) {
      return; // the person has gone on, or is choosing a moment
    }
    const heading = this.querySelector('main h1');
    const place = this.querySelector(`main section[aria-label="${section}"] h2`);
    document.title = [heading?.textContent, 'Rangefinder'].filter(Boolean).join(' · ');
    if (place) {
      place.focus();
      return;
    }
    if (!this.arriving) {
      heading?.focus({ preventScroll: true });
    }
    scrollTo({ top });
  }

  async read(reading, moment) {
    if (moment && this.view && !this.invalid) {
      await reading.load(this.view, this.route, moment);
      return;
    }
    reading.reset();
    this.requestUpdate();
  }

  async showEvidence() {
    const dialog = () => this.querySelector('dialog');
    if (!this.route.query.has('evidence')) {
      this.proof.reset();
      dialog()?.close();
      return;
    }
    await this.updateComplete;
    if (!dialog().open) {
      this.opened = this.arriving ? undefined : location.hash;
      dialog().showModal();
    }
    await this.proof.load(EVIDENCE, this.route, this.moments.at(this.route.query.has('beside') ? -1 : 0) ?? {});
    dialog().scrollTo({ top: 0 });
  }

  /** Leaves no trace in the history if this evidence was opened on this page. */
  closeEvidence(event) {
    event.preventDefault();
    if (this.opened === location.hash) {
      history.back();
    } else {
      location.hash = this.address;
    }
  }

  press(event) {
    const typing = event.target.closest?.('input, textarea, dialog');
    if (event.key === '/' && !typing) {
      event.preventDefault();
      this.querySelector('input[type=search]').focus();
    }
  }

  find(event) {
    event.preventDefault();
    location.hash = href('search', '', { q: new FormData(event.target).get('q').trim() });
  }

  render() {
    return html`
      ${definitions()}
      <a class="skip" href="#main" @click=${(event) => this.skip(event)}>Skip to the content</a>
      ${masthead(this.route, (event) => this.find(event))}
      ${momentChooser(this.route, (address, replaced) => this.travel(address, replaced))}
      <main id="main" aria-busy=${this.reading.busy || this.beside.busy ? 'true' : 'false'}>${this.content()}</main>
      ${footer(this.reading)}
      <p class="unseen" role="status">${[this.reading, this.beside].some(({ slow }) => slow) ? 'The service is slow.' : ''}${this.reading.failure?.message ?? this.beside.failure?.message ?? ''}</p>
      ${this.dialog()}`;
  }

  /** Moving a slider leaves one trace in the history, however far it is moved. */
  travel(address, slid) {
    if (slid && this.slid === location.hash) {
      history.replaceState(null, '', address);
      this.go(scrollY);
    } else {
      location.hash = address;
    }
    this.slid = slid && location.hash;
  }

  content() {
    if (!this.view) {
      return problem('There is no such view', `The address ${location.hash} names none.`);
    }
    if (this.invalid) {
      return problem(...this.invalid);
    }
    return this.moments.length > 1 ? sideBySide([this.reading, this.beside], this.moments) : shown(this.reading);
  }

  updated() {
    compare(this, [this.reading, this.beside]);
  }

  dialog() {
    return html`<dialog aria-label="Evidence" @cancel=${(event) => this.closeEvidence(event)} @click=${(event) => event.target.localName === 'dialog' && this.closeEvidence(event)}>
      <div>
        <a class="close" href=${this.address} aria-label="Close" @click=${(event) => this.closeEvidence(event)}>×</a>
        ${this.proof.answer ? evidence(this.proof.answer) : pending(this.proof)}
      </div>
    </dialog>`;
  }

  /** The fragment names the view, so that it cannot name a place in it. */
  skip(event) {
    event.preventDefault();
    this.querySelector('main h1')?.focus();
  }
}

customElements.define('rangefinder-explorer', Explorer);

// The page: what surrounds every view, and how one view follows another.

import { html, LitElement } from 'lit';
import { evidence, EVIDENCE } from './panel.js';
import { queryLink } from './parts/elements.js';
import { definitions } from './parts/strip.js';
import { Reading } from './reading.js';
import { changed, href, parse } from './route.js';
import { pending, problem } from './status.js';
import { VIEWS } from './views/index.js';

const LISTS = [['#/', 'Brands', 'brands'], ['#/devices', 'Devices', 'devices'], ['#/markets', 'Markets', 'markets']];

/** The name of the section of a view that an element is in. */
const sectionOf = (element) => element?.closest('main section')?.ariaLabel;

class Explorer extends LitElement {
  reading = new Reading(this);
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
    const address = changed(route, () => {});
    const moved = address !== this.address;
    const section = route.path === this.route?.path ? sectionOf(document.activeElement) : undefined;
    Object.assign(this, { route, view, address, invalid: view?.invalid?.(route) });
    this.requestUpdate();
    await Promise.all([moved && this.showView(top, section), this.showEvidence()]);
  }

  /** A page of a list within a view leaves the person in its section. */
  async showView(top, section) {
    const { address } = this;
    if (this.view && !this.invalid) {
      await this.reading.load(this.view, this.route);
    } else {
      this.reading.reset();
      this.requestUpdate();
    }
    await this.updateComplete;
    if (address !== this.address) {
      return; // the person has gone on
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
    await this.proof.load(EVIDENCE, this.route);
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
    const { query, view } = this.route;
    return html`
      ${definitions()}
      <a class="skip" href="#main" @click=${(event) => this.skip(event)}>Skip to the content</a>
      <header class="top">
        <a class="brand" href="#/">Rangefinder</a>
        <nav aria-label="Views">${LISTS.map(([address, name, of]) => html`<a href=${address} aria-current=${view === of ? 'page' : 'false'}>${name}</a>`)}</nav>
        <form role="search" @submit=${(event) => this.find(event)}>
          <input type="search" name="q" aria-label="Search the catalogue" placeholder="Search" .value=${query.get('q') ?? ''} maxlength="200" autocomplete="off">
        </form>
      </header>
      <main id="main" aria-busy=${this.reading.busy ? 'true' : 'false'}>${this.content()}</main>
      <footer>${queryLink(this.reading)}<span>Every value opens its evidence: what documents say of it. A document is evidence itself.</span></footer>
      <p class="unseen" role="status">${this.reading.slow ? 'The service is slow.' : ''}${this.reading.failure?.message ?? ''}</p>
      ${this.dialog()}`;
  }

  content() {
    const { answer } = this.reading;
    if (!this.view) {
      return problem('There is no such view', `The address ${location.hash} names none.`);
    }
    if (this.invalid) {
      return problem(...this.invalid);
    }
    if (!answer) {
      return pending(this.reading);
    }
    const { view, route } = answer;
    const found = view.find(answer.data);
    return found ? view.render(found, route) : problem('Not in the catalogue', `No ${route.view} is called “${route.key}”.`);
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

import { html } from 'lit';
import { changeList } from '../parts/changes.js';
import { cursors, pages } from '../parts/pages.js';
import { subjectOf } from '../subjects.js';
import { words } from '../words.js';

/** The changes of one object. */
export const history = {
  document: 'history',
  variables: (route) => ({ id: route.key, ...cursors(route, ['after']) }),
  find: (data) => data.node,
  render: (node, route) => {
    const { text, href } = subjectOf(node);
    return html`
      <header>
        <p class="kicker">History of a ${words(node.__typename).toLowerCase()}</p>
        <h1 tabindex="-1">${href ? html`<a href=${href}>${text}</a>` : text}</h1>
      </header>
      ${changeList(node.history.nodes)}
      ${pages(node.history, 'change', route)}`;
  },
};

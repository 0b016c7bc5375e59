import { html } from 'lit';
import '../live.js';
import { changeList, changePages } from '../parts/changes.js';

/** What changed, live; or, as of a moment and on further pages, what had changed. */
export const changes = {
  document: 'changes',
  variables: ({ query }) => ({ before: query.get('before') ?? undefined }),
  find: (data) => data,
  render: (data, route) => html`
    <header><h1 tabindex="-1">What changed</h1></header>
    ${['before', 'at', 'with'].some((name) => route.query.has(name))
      ? page(data.changes, route)
      : html`<rangefinder-changes .first=${data} .route=${route}></rangefinder-changes>`}`,
};

const page = ({ edges, pageInfo }, route) =>
  html`${changeList(edges.map(({ node }) => node).reverse())}${changePages(route, pageInfo.hasPreviousPage && edges[0].cursor)}`;

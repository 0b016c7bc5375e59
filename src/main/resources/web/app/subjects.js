// What an object is called, and where its view is.

import { href, listOf } from './route.js';
import { words } from './words.js';

const WITH_VIEW = ['Brand', 'Partnership', 'Device', 'Event', 'Market', 'Speaker'];

/** Objects without a view of their own are shown in that of the object that they belong to. */
const PARTS = {
  Launch: ({ device, market }) => ({ text: `${device.name} in ${market.name}`, href: href('devices', device.slug) }),
  LaunchPrice: ({ launch }) => ({ ...PARTS.Launch(launch), text: `Price of ${PARTS.Launch(launch).text}` }),
  Figure: ({ measure, period }) => ({ text: `${words(measure)}${period ? `, ${period}` : ''}` }),
  Member: ({ brand, partnership }) => ({ text: `${brand.name} in ${partnership.name}`, href: href('partnerships', partnership.slug) }),
  Ownership: ({ owner }) => ({ text: `Ownership by ${owner.name}`, href: href('brands', owner.slug) }),
  Term: ({ termKind, partnership }) => ({ text: `${words(termKind)}, ${partnership.name}`, href: href('partnerships', partnership.slug) }),
  Territory: ({ market, partnership }) => ({ text: `${market.name}, ${partnership.name}`, href: href('partnerships', partnership.slug) }),
  Collaboration: ({ device, partnership }) => ({ text: `${device.name} by ${partnership.name}`, href: href('devices', device.slug) }),
  Contribution: ({ contributionKind, partnership }) => ({ text: `${words(contributionKind)}, ${partnership.name}`, href: href('partnerships', partnership.slug) }),
  Claim: ({ about }) => ({ ...namedOf(about), text: `Claim about ${about.displayName ?? words(about.__typename).toLowerCase()}` }),
  Alias: ({ text }) => ({ text: `The name “${text}”` }),
  Variant: ({ variantCode, device }) => ({ text: `Variant ${variantCode ?? ''} of ${device.name}`, href: href('devices', device.slug) }),
  Citation: (citation) => ({ text: titleOf(citation), href: href('citations', citation.key) }),
};

const namedOf = ({ __typename: type, slug, code, key, displayName }) => (displayName ? { href: href(listOf(type), slug ?? code ?? key) } : {});

/** The text and the address of an object. */
export function subjectOf(node) {
  const type = node.__typename;
  if (WITH_VIEW.includes(type)) {
    return { text: node.name, href: href(listOf(type), node.slug ?? node.code) };
  }
  return PARTS[type]?.(node) ?? { text: words(type) };
}

/** What a document is called. Many have no title. */
export function titleOf({ title, publisher, author, key }) {
  return title ?? [author, publisher].filter(Boolean).join(', ') ?? key;
}

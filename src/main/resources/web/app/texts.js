// The texts of the documents, for those who look at them in GraphiQL.

import brand from './documents/brand.graphql';
import brands from './documents/brands.graphql';
import changed from './documents/changed.graphql';
import changes from './documents/changes.graphql';
import citation from './documents/citation.graphql';
import device from './documents/device.graphql';
import devices from './documents/devices.graphql';
import event from './documents/event.graphql';
import evidence from './documents/evidence.graphql';
import history from './documents/history.graphql';
import market from './documents/market.graphql';
import markets from './documents/markets.graphql';
import partnership from './documents/partnership.graphql';
import search from './documents/search.graphql';
import speaker from './documents/speaker.graphql';
import change from './fragments/change.graphql';
import changedObject from './fragments/changedObject.graphql';
import claim from './fragments/claim.graphql';
import claimWithSources from './fragments/claimWithSources.graphql';
import datedSubject from './fragments/datedSubject.graphql';
import explanation from './fragments/explanation.graphql';
import named from './fragments/named.graphql';
import next from './fragments/next.graphql';
import side from './fragments/side.graphql';
import stated from './fragments/stated.graphql';
import subject from './fragments/subject.graphql';

const DOCUMENTS = {
  brand, brands, changed, changes, citation, device, devices, event, evidence, history, market, markets, partnership, search, speaker,
};
const FRAGMENTS = { change, changedObject, claim, claimWithSources, datedSubject, explanation, named, next, side, stated, subject };

/** The text of a document, followed by the fragments that it spreads and does not define, as the service knows it. */
export function textOf(name) {
  let text = DOCUMENTS[name];
  const spread = new Set();
  const spreads = /\.\.\.(\w+)/g;
  for (let found = spreads.exec(text); found; found = spreads.exec(text)) {
    const fragment = found[1];
    if (FRAGMENTS[fragment] && !spread.has(fragment)) {
      spread.add(fragment);
      text += FRAGMENTS[fragment]; // it may spread others
    }
  }
  return text;
}

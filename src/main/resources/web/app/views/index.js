// The views by the names that addresses lead to.

import { brand } from './brand.js';
import { brands } from './brands.js';
import { changes } from './changes.js';
import { device } from './device.js';
import { devices } from './devices.js';
import { market } from './market.js';
import { markets } from './markets.js';
import { partnership } from './partnership.js';
import { history } from './history.js';
import { citation, event, speaker } from './records.js';
import { search } from './search.js';

export const VIEWS = { brand, brands, changes, citation, device, devices, event, history, market, markets, partnership, search, speaker };

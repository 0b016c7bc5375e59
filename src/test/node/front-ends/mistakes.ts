// What the compiler has to reject.
import type { Decimal, PartialDate } from './scalars.js';
import { partnerships } from './partnerships.js';
import type { LaunchesQuery, LaunchesQueryVariables } from './generated/graphql.js';

export const date: PartialDate = '2022-05';
// @ts-expect-error
export const words: PartialDate = 'May 2022';
// @ts-expect-error
export const number: PartialDate = 2022;
// @ts-expect-error
export const rounded: Decimal = 74999.9;

// @ts-expect-error
partnerships({ brand: 'leica', on: 'today' });
// @ts-expect-error
partnerships({ brand: 'leica' });

// @ts-expect-error
export const variables: LaunchesQueryVariables = { device: 'xiaomi-14', since: 'today' };
// @ts-expect-error
export const amount = (data: LaunchesQuery): number | undefined => data.launches.nodes[0]?.price?.amount;

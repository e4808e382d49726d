import { expect, it } from 'vitest';
import { whereaboutsOf } from '#app/modules/inbox/facts/whereabouts.ts';

const moving = { number: '1Z', status: 'in_transit', cause: null, troubles: [], goingBack: false, deliveredAt: null, missedTo: null } as const;
const at = new Date('2026-11-20T09:00:00Z');
const trouble = (kind: 'customs' | 'past_date' | 'silent') => ({ troubles: [{ id: '1', kind, cause: null, since: at }] });

it.each([
  ['moving', {}],
  ['moving', { status: 'out_for_delivery' }],
  ['late', { missedTo: '2026-11-18' }],
  ['late', trouble('customs')],
  ['late', { status: 'exception', cause: 'damaged' }],
  ['lost', trouble('silent')],
  ['lost', { status: 'exception', cause: 'lost' }],
  ['lost', { status: 'expired', number: null }],
  ['delivered', { status: 'delivered', deliveredAt: at, ...trouble('past_date') }],
  ['returning', { status: 'exception', cause: 'returned_to_sender', goingBack: true, ...trouble('silent') }],
  ['unknown', { number: null }],
] as const)('a parcel is %s, by what is known of it: %o', (where, changes) => expect(whereaboutsOf({ ...moving, ...changes, troubles: 'troubles' in changes ? [...changes.troubles] : [] })).toBe(where));

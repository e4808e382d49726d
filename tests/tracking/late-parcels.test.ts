import { expect, it } from 'vitest';
import type { ParcelStory } from '../../app/modules/parcels/index.server.ts';
import { lateParcels } from '../../app/modules/tracking/late-parcels.ts';
import { now, parcel, tracked } from './fixtures.ts';

const isLate = (changes: Partial<ParcelStory>) => lateParcels(tracked([parcel(changes)]), { zone: 'Europe/Berlin', now }).length === 1;
const trouble = (kind: 'silent' | 'no_first_scan' | 'number_wrong'): Partial<ParcelStory> => ({ troubles: [{ id: '1', kind, cause: null, since: now }] });
const passed: Partial<ParcelStory> = { missedTo: '2026-11-19' };

it.each<[string, Partial<ParcelStory>]>([
  ['whose day passed', passed],
  ['whose day passed today unnoticed', { promise: { from: '2026-11-19', to: '2026-11-20', source: 'carrier' } }],
  ['whose day slipped to a later one', { slips: 1, firstPromisedTo: '2026-11-20' }],
  ['that its carrier says is delayed', { status: 'delayed' }],
  ['that fell silent', trouble('silent')],
  ['that was never scanned', trouble('no_first_scan')],
])('a parcel %s lets its customer choose', (_, changes) => expect(isLate(changes)).toBe(true));

it.each<[string, Partial<ParcelStory>]>([
  ['in time', {}],
  ['whose number only looks wrong', trouble('number_wrong')],
  ['that came late', { ...passed, status: 'delivered', deliveredAt: now }],
  ['that turned round', { ...passed, status: 'exception', cause: 'returned_to_sender', goingBack: true }],
  ['that waits to be fetched', { ...passed, status: 'ready_for_pickup' }],
  ['that its customer comes for', { ...passed, method: 'pickup' }],
  ['of nothing to ship', { ...passed, method: 'none' }],
])('a parcel %s does not', (_, changes) => expect(isLate(changes)).toBe(false));

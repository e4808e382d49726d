import { describe, expect, it } from 'vitest';
import { whenWords } from '../../app/modules/tracking/when-words.ts';
import { trackingWords } from '../../app/modules/tracking/words.ts';
import { parcel } from './fixtures.ts';

const at = (moment: string, ianaTimezone = 'Europe/Berlin') => ({ words: trackingWords(['en']), shop: { name: 'Nordlicht', ianaTimezone }, now: new Date(moment) });

describe('a day that was missed', () => {
  it.each([
    ['turned round', { status: 'exception', cause: 'returned_to_sender', goingBack: true, since: new Date('2026-11-20T10:00:00Z') }],
    ['came back', { status: 'delivered', returnedAt: new Date('2026-11-20T10:00:00Z') }],
    ['waits to be fetched', { status: 'ready_for_pickup', since: new Date('2026-11-20T10:00:00Z') }],
  ] as const)('stays visible on a parcel that %s', (_how, how) => {
    const { main, notes } = whenWords(at('2026-11-21T13:30:00Z'), parcel({ ...how, promise: null, missedTo: '2026-11-18' }));
    expect(main).toMatch(/^Since /);
    expect(notes).toEqual(['It was promised for Wednesday, November 18.']);
  });
});

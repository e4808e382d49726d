import { describe, expect, it } from 'vitest';
import { tellDate } from '../../app/modules/extensions/tell-date.ts';
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

describe('the days of a parcel', () => {
  const promise = { from: '2026-11-24', to: '2026-11-24', source: 'carrier' } as const;

  it('end when they end where it goes, not at the shop', () => {
    const main = (country: string, province: string | null) => whenWords(at('2026-11-25T02:00:00Z'), parcel({ promise, destination: { country, province } })).main;
    expect(main('DE', null)).toContain('It was promised for Tuesday, November 24');
    expect(main('US', 'CA')).toBe('Expected: Tuesday, November 24');
    expect(main('US', null)).toBe('Expected: Tuesday, November 24');
  });

  it('are the days on the customer’s calendar once it came', () => {
    const arrived = parcel({ status: 'delivered', deliveredAt: new Date('2026-11-25T02:00:00Z'), promise: null, destination: { country: 'US', province: 'NY' } });
    expect(whenWords(at('2026-11-26T12:00:00Z'), arrived).main).toBe('Delivered: Tuesday, November 24');
    const { date } = tellDate({ words: trackingWords(['en']), zone: 'Europe/Berlin', now: new Date('2026-11-26T12:00:00Z') }, arrived);
    expect(date).toBe('Delivered: Tuesday, November 24');
  });

  it('are told by the shop’s clock where no country is known', () => {
    const nowhere = parcel({ promise, destination: { country: null, province: null } });
    expect(whenWords(at('2026-11-24T23:30:00Z'), nowhere).main).toContain('It was promised for');
    expect(whenWords(at('2026-11-24T23:30:00Z', 'America/New_York'), nowhere).main).toBe('Expected: Tuesday, November 24');
  });
});

import { expect, it } from 'vitest';
import { laterMoments } from '#app/modules/inbox/ticket-page/ui/later-moments.ts';

it('an answer may leave tomorrow morning, or on Monday where that is another day and no week away', () => {
  expect(laterMoments('2026-11-27')).toEqual([{ choice: 'tomorrow', at: '2026-11-28T09:00' }, { choice: 'monday', at: '2026-11-30T09:00' }]);
  expect(laterMoments('2026-12-29')).toEqual([{ choice: 'tomorrow', at: '2026-12-30T09:00' }, { choice: 'monday', at: '2027-01-04T09:00' }]);
  expect(laterMoments('2026-11-29')).toEqual([{ choice: 'tomorrow', at: '2026-11-30T09:00' }]);
  expect(laterMoments('2026-11-30')).toEqual([{ choice: 'tomorrow', at: '2026-12-01T09:00' }]);
});

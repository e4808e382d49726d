import type { PeakProfile } from '../../app/modules/peak/profile.ts';

/** A Christmas season as a merchant may plan it. */
export function profile(changes: Partial<PeakProfile> = {}): PeakProfile {
  return {
    id: 'christmas',
    name: 'Christmas',
    from: '2026-11-27',
    to: '2026-12-24',
    endedAt: null,
    banner: { on: true, text: {} },
    arriveBy: '2026-12-24',
    lastOrders: [{ country: 'DE', day: '2026-12-19' }, { country: 'FR', day: '2026-12-16' }, { country: 'AT', day: '2026-12-16' }],
    extraDays: 3,
    carriers: [],
    reviewsOff: false,
    announcement: { on: false, day: '', text: {} },
    notes: { shipped: {}, delay: { de: 'Es dauert gerade überall länger.' } },
    ...changes,
  };
}

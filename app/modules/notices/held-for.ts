import type { Trait } from './condition.ts';
import type { Closed } from './ways/way.ts';

/** Why something true was not told. */
export type HeldFor = 'no_longer_true' | 'switched_off' | 'too_late' | 'told_by_staff' | 'something_open' | 'no_review_page' | 'held_out' | `audience_${Trait}` | Closed;

/** Why something true was not told. */
export type HeldFor = 'no_longer_true' | 'switched_off' | 'too_late' | 'no_address' | 'told_by_staff';

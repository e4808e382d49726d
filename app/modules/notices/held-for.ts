/** Why something true was not told. */
export const heldReasons = ['no_longer_true', 'switched_off', 'too_late', 'no_address', 'told_by_staff'] as const;
export type HeldFor = (typeof heldReasons)[number];

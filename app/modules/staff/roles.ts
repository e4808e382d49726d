/** What a person may do with returns. */
export type Right = 'approve' | 'refund' | 'beyond_limit';

export const roles = ['everything', 'within_limits', 'no_refunds', 'look_only'] as const;
export type Role = (typeof roles)[number];

/** What each role may. */
export const rightsOf: Record<Role, readonly Right[]> = {
  everything: ['approve', 'refund', 'beyond_limit'],
  within_limits: ['approve', 'refund'],
  no_refunds: ['approve'],
  look_only: [],
};

export const teamKinds = ['support', 'warehouse', 'finance', 'management', 'other'] as const;
export type TeamKind = (typeof teamKinds)[number];

/** How a team's tickets find somebody. `in_turn`: one after the other; `least_busy`: whoever has the fewest. */
export const waysToAssign = ['by_hand', 'in_turn', 'least_busy'] as const;
export type WayToAssign = (typeof waysToAssign)[number];

/** How content somebody was, the best first. */
export const scores = [5, 4, 3, 2, 1] as const;
export type Score = (typeof scores)[number];

/** Who says this or less waits to be asked what went wrong. */
export const dissatisfied = 2;

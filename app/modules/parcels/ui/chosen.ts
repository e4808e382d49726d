/** Which troubles an action means: some, or all of the list that is shown. */
export type Chosen = { ids: readonly string[] } | { all: true };

/** What a form says of the chosen; the list's filter stands in its address. */
export function chosenFields(chosen: Chosen): Record<string, string> {
  return 'all' in chosen ? { all: 'yes' } : { ids: chosen.ids.join(',') };
}

/** How many are chosen; null for all of a list whose length nobody counted. */
export function countOf(chosen: Chosen): number | null {
  return 'all' in chosen ? null : chosen.ids.length;
}

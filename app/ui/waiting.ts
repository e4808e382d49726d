/** What waits in the inbox for whoever reads the app. */
export interface Waiting {
  count: number;
  newest: { id: number; subject: string; person: string | null; at: Date } | null;
}

/** Reads what the server says of it; null where it says something else. */
export function readWaiting(told: unknown): Waiting | null {
  if (!isRecord(told) || typeof told['count'] !== 'number') return null;
  const { count, newest } = told;
  if (newest === null) return { count, newest };
  if (!isRecord(newest)) return null;
  const { id, subject, person, at } = newest;
  if (typeof id !== 'number' || typeof subject !== 'string' || typeof at !== 'string') return null;
  return { count, newest: { id, subject, person: typeof person === 'string' ? person : null, at: new Date(at) } };
}

/** What came in between two looks; null where nothing did, and at the first look. */
export function newsBetween(before: Waiting | null, now: Waiting): Waiting['newest'] {
  if (before === null || now.newest === null) return null;
  return before.newest === null || now.newest.at > before.newest.at ? now.newest : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

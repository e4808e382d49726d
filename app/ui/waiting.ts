/** What waits in the inbox for whoever reads the app. */
export interface Waiting {
  count: number;
  newest: { id: number; subject: string; person: string | null; at: Date } | null;
  told: Told | null;
  warned: Warned[];
}

const deeds = ['mentioned', 'noted', 'answered', 'wrote', 'given'] as const;

/** What somebody else did in what the reader follows, or gave them; `by` null: nobody with a name. */
export interface Told {
  id: number;
  subject: string;
  by: string | null;
  how: (typeof deeds)[number];
  at: Date;
}

/** A promise that is soon broken. */
export interface Warned {
  id: number;
  subject: string;
  promise: string;
  dueAt: Date;
}

/** Reads what the server says of it; null where it says something else. */
export function readWaiting(told: unknown): Waiting | null {
  if (!isRecord(told) || typeof told['count'] !== 'number' || !Array.isArray(told['warned'])) return null;
  const { count } = told;
  const newest = told['newest'] === null ? null : readNewest(told['newest']);
  const deed = told['told'] === null ? null : readTold(told['told']);
  const warned = told['warned'].map(readWarned);
  return newest === undefined || deed === undefined || warned.includes(null) ? null : { count, newest, told: deed, warned: warned.filter((one) => one !== null) };
}

/** What came in between two looks; null where nothing did, and at the first look. */
export function newsBetween(before: Waiting | null, now: Waiting): Waiting['newest'] {
  return before && laterOf(before.newest, now.newest);
}

/** What others did between two looks; null where they did nothing, and at the first look. */
export function toldBetween(before: Waiting | null, now: Waiting): Told | null {
  return before && laterOf(before.told, now.told);
}

function laterOf<Found extends { at: Date }>(before: Found | null, now: Found | null): Found | null {
  return now !== null && (before === null || now.at > before.at) ? now : null;
}

/** What was warned of between two looks, and at the first look nothing: the list shows it. */
export function warnedBetween(before: Waiting | null, now: Waiting): Warned[] {
  if (before === null) return [];
  const known = new Set(before.warned.map(keyOf));
  return now.warned.filter((one) => !known.has(keyOf(one)));
}

const keyOf = ({ id, promise, dueAt }: Warned) => `${id} ${promise} ${dueAt.getTime()}`;

function readNewest(told: unknown): NonNullable<Waiting['newest']> | undefined {
  if (!isRecord(told)) return undefined;
  const { id, subject, person, at } = told;
  return typeof id === 'number' && typeof subject === 'string' && typeof at === 'string' ? { id, subject, person: typeof person === 'string' ? person : null, at: new Date(at) } : undefined;
}

function readTold(told: unknown): Told | undefined {
  if (!isRecord(told)) return undefined;
  const { id, subject, by, how, at } = told;
  const known = deeds.find((deed) => deed === how);
  return known && typeof id === 'number' && typeof subject === 'string' && typeof at === 'string' ? { id, subject, by: typeof by === 'string' ? by : null, how: known, at: new Date(at) } : undefined;
}

function readWarned(told: unknown): Warned | null {
  if (!isRecord(told)) return null;
  const { id, subject, promise, dueAt } = told;
  return typeof id === 'number' && typeof subject === 'string' && typeof promise === 'string' && typeof dueAt === 'string' ? { id, subject, promise, dueAt: new Date(dueAt) } : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

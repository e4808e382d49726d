/** What changed in the shop, as an open screen hears it. */
export interface HeardNotice {
  topic: string;
  id: string | null;
}

/** Answers true for what it has taken care of: the page need not be read again for it. */
type Listener = (notice: HeardNotice) => boolean;

const listeners = new Set<Listener>();

/** Lets a screen hear notices before the page is read again; call what it answers to hear no more. */
export function onNotice(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells the screens of a notice; true where the page has to be read again. Who looks at what changes nothing on a page by itself. */
export function tellNotice(data: string): boolean {
  const notice = readNotice(data);
  return notice === null || tell(notice);
}

function tell(notice: HeardNotice): boolean {
  const taken = [...listeners].map((listener) => listener(notice));
  return notice.topic !== 'presence' && !taken.includes(true);
}

/** Tells the screens that something may have happened that nobody told; true where the page has to be read again. */
export function tellMissed(): boolean {
  return tell({ topic: 'missed', id: null });
}

function readNotice(data: string): HeardNotice | null {
  try {
    const told: unknown = JSON.parse(data);
    if (typeof told !== 'object' || told === null || !('topic' in told) || typeof told.topic !== 'string') return null;
    return { topic: told.topic, id: 'id' in told && typeof told.id === 'string' ? told.id : null };
  } catch {
    return null;
  }
}

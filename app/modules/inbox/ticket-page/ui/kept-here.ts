import type { DraftMode } from '../../replies/drafts/draft.ts';

/** What was typed and may not have reached the server yet. */
export interface KeptHere {
  text: string;
  /** What it was written on, as `isSeen` asks. */
  known: readonly string[];
}

/** Whose words, in which conversation: a browser may be several people's. */
interface Place {
  shop: string;
  staffId: string | null;
  ticketId: number;
}

const keyOf = ({ shop, staffId, ticketId }: Place, mode: DraftMode) => `aftercare:draft:${shop}:${staffId ?? ''}:${ticketId}:${mode}`;

/** Where the browser keeps what is typed until the server has it; a browser that keeps nothing is no failure. */
export function keptHere(place: Place) {
  return {
    put(mode: DraftMode, text: string, known: readonly string[]): void {
      quietly(() => localStorage.setItem(keyOf(place, mode), JSON.stringify({ text, known })));
    },
    get(mode: DraftMode): KeptHere | null {
      return quietly(() => readKept(JSON.parse(localStorage.getItem(keyOf(place, mode)) ?? 'null')));
    },
    /** Forgets it, unless more was typed since. */
    drop(mode: DraftMode, text: string): void {
      quietly(() => {
        if (this.get(mode)?.text === text) localStorage.removeItem(keyOf(place, mode));
      });
    },
  };
}

function readKept(value: unknown): KeptHere | null {
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') return null;
  const known = 'known' in value && Array.isArray(value.known) ? value.known.filter((one) => typeof one === 'string') : [];
  return { text: value.text, known };
}

function quietly<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}

import type { DraftMode } from '../../replies/drafts/draft.ts';

/** What was typed and may not have reached the server yet. */
export interface KeptHere {
  text: string;
  /** By the server's clock, as what is kept there: that of a computer may be hours off. */
  at: number;
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
    put(mode: DraftMode, text: string, at: Date): void {
      quietly(() => localStorage.setItem(keyOf(place, mode), JSON.stringify({ text, at: at.getTime() })));
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
  if (typeof value !== 'object' || value === null || !('text' in value) || !('at' in value)) return null;
  const { text, at } = value;
  return typeof text === 'string' && typeof at === 'number' ? { text, at } : null;
}

function quietly<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}

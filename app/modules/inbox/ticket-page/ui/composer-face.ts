import { createContext, useContext, type ReactNode } from 'react';
import type { DraftMode } from '../../replies/drafts/draft.ts';

/** What somebody is writing, as other rooms on the page see it and may add to it. */
export interface ComposerFace {
  ticketId: number;
  mode: DraftMode;
  text: string;
  /** Puts words where the caret stands, or stood last. */
  insert(words: string): void;
  /** Puts words in the place of all that is written; it can be taken back like typing. */
  replace(words: string): void;
}

/** What other rooms show in the composer: buttons beside its own, and what is to be known of the words. */
export interface ComposerSlots {
  tools?(face: ComposerFace): ReactNode;
  findings?(face: ComposerFace): ReactNode;
}

type InsertWords = (words: string) => void;

const InsertContext = createContext<InsertWords | null>(null);

/** Around whatever on the page may offer a sentence for the answer. */
export const InsertProvider = InsertContext.Provider;

/** Puts a sentence into the answer that is being written; null where none is. */
export const useInsertWords = (): InsertWords | null => useContext(InsertContext);

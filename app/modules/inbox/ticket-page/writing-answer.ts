import type { Draft, DraftFile } from '../replies/drafts/draft.ts';
import type { Present } from './presence.server.ts';

/** Something that was said and that the writer has not seen. */
export interface Word {
  id: string;
  direction: 'in' | 'out';
  authorName: string;
  text: string;
  /** ISO 8601. */
  at: string;
}

/** What came of what somebody did while they write, as it travels. */
export type WritingAnswer =
  | { is: 'kept' }
  /** Not kept: this was written elsewhere, and is. */
  | ({ is: 'differs' } & Pick<Draft, 'text' | 'to' | 'cc'>)
  | { is: 'waiting'; messageId: string; sendAt: string }
  | { is: 'noted'; messageId: string }
  | { is: 'collision'; news: readonly Word[] }
  | { is: 'refused'; why: string }
  | { is: 'withdrawn'; drafts: readonly Omit<Draft, 'savedAt'>[] }
  | { is: 'left' }
  | { is: 'put'; file: DraftFile }
  | { is: 'here'; others: readonly Present[] };

/** What is written in a ticket: to its customer, among staff, or to somebody else. */
export const draftModes = ['reply', 'note', 'forward'] as const;
export type DraftMode = (typeof draftModes)[number];

/** A file that was put to what somebody is writing. */
export interface DraftFile {
  id: string;
  filename: string;
  type: string;
  size: number;
}

/** What somebody was writing when they last looked up. */
export interface Draft {
  mode: DraftMode;
  text: string;
  to: readonly string[];
  cc: readonly string[];
  files: readonly DraftFile[];
  savedAt: Date;
}

import type { Paragraph } from '#app/modules/brand/index.server.ts';

/** A notice in its reader's words, before it has a form. */
export interface NoticeDraft {
  locale: string;
  subject: string;
  heading: string;
  paragraphs: readonly Paragraph[];
  /** What is read at a glance: the day, the carrier, the number. */
  facts: readonly { label: string; value: string }[];
  /** What it is about; `more` where not all of it is listed. */
  contents: { label: string; lines: readonly { text: string; imageUrl: string | null }[]; more: string | null } | null;
  action: { label: string; url: string; hint: string };
  /** What matters less, below everything else. */
  notes: readonly string[];
  footer: string;
  /** Where its reader says what they want to hear. */
  preferences: { label: string; url: string };
}

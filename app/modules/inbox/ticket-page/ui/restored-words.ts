import type { KeptHere } from './kept-here.ts';

interface Found {
  /** What this browser kept and the server may never have got. */
  here: KeptHere;
  /** What the server keeps, and since when; null: nothing. */
  there: { text: string; savedAt: Date } | null;
  /** What the reader said in the conversation. */
  said: readonly string[];
}

/** What somebody goes on writing with: nothing that was typed is missing, nothing that was sent comes back. */
export function restoredWords({ here, there, said }: Found): string {
  const kept = there?.text ?? '';
  if (said.some((text) => text.trim() === here.text.trim()) || kept.includes(here.text)) return kept;
  if (here.text.includes(kept) || !there || here.at > there.savedAt.getTime()) return here.text;
  return `${kept}\n\n${here.text}`;
}

const gap = '\n\n';

/** Several pieces that were written apart as one, with a line between. */
export function joined(...pieces: readonly string[]): string {
  return pieces.filter(Boolean).join(gap);
}

/** Whether a piece stands among what is written, as it was put there. */
export function holds(written: string, piece: string): boolean {
  return piece !== '' && place(written, piece) >= 0;
}

/** Puts what became of a piece where it stands among what is written; behind all of it, where it stands there no more. */
export function insteadOf(written: string, piece: string, next: string): string {
  if (!holds(written, piece)) return written.includes(next) ? written : joined(written, next);
  const at = place(written, piece);
  return joined(written.slice(0, Math.max(0, at - gap.length)), next, written.slice(at + piece.length + gap.length));
}

/** Where it begins; never within a paragraph of something else. */
function place(written: string, piece: string): number {
  return `${gap}${written}${gap}`.lastIndexOf(`${gap}${piece}${gap}`);
}

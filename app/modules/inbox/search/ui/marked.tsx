import type { Piece } from '../views.ts';

/** A text with what was looked for marked in it. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, isMatch }, at) => (isMatch ? <mark key={at}>{text}</mark> : text))}</>;
}

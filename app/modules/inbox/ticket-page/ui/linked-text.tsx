import { splitLinks } from './split-links.ts';

/** A text in which the addresses of the web can be followed, in a window of their own. */
export function LinkedText({ text }: { text: string }) {
  return splitLinks(text).map(({ text: piece, link }, at) =>
    link ? (
      <a key={at} href={piece} target="_blank" rel="noopener noreferrer nofollow">
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}

/** A piece of a text; a link where somebody wrote an address of the web. */
export interface TextPiece {
  text: string;
  link: boolean;
}

// Chinese and Japanese signs end an address; written by their numbers, for they look like ours.
const address = /https?:\/\/[^\s<>"'`\u3001\u3002\u300a\u300b\u3010\u3011\uff01\uff08\uff09\uff0c\uff1b\uff1f]{3,2000}/gi;
/** Belongs to the sentence around an address rather than to it. */
const trailing = /[.,;:!?)\]}]+$/;

/** A text in pieces, so that the addresses in it can be followed; joined again they are the text. */
export function splitLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const link = found.replace(trailing, '');
    if (index > from) pieces.push({ text: text.slice(from, index), link: false });
    pieces.push({ text: link, link: true });
    from = index + link.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), link: false });
  return pieces;
}

// What the editor in the browser needs of it.
export { wordParts, type WordChannel, type WordPart } from './word-parts.ts';

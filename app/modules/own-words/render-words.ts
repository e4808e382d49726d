import type { Piece } from '#app/modules/brand/index.server.ts';
import { markupLiquid, plainLiquid } from './liquid.ts';
import { readMarkup } from './markup.ts';
import type { OwnWords, SmsWords } from './own-words.ts';
import type { Values } from './values.ts';

/** A merchant's words for one customer. */
export interface RenderedWords {
  subject: string;
  heading: string;
  paragraphs: Piece[][];
}

/** Puts the values into a merchant's words; throws where anything is wrong with them. */
export function renderWords(words: OwnWords, values: Values): RenderedWords {
  const line = (template: string) => oneLine(template, values);
  const rendered = { subject: line(words.subject), heading: line(words.heading), paragraphs: readMarkup(String(markupLiquid.parseAndRenderSync(words.body, values))) };
  if (rendered.subject === '' || rendered.heading === '' || rendered.paragraphs.length === 0) throw new Error('Nothing is left of the subject, the heading or the body.');
  return rendered;
}

/** The same for a text message. */
export function renderSms({ text }: SmsWords, values: Values): string {
  const rendered = oneLine(text, values);
  if (rendered === '') throw new Error('Nothing is left of the text.');
  return rendered;
}

/** The same for plain text of several lines; what stays empty leaves no gap. */
export function renderText(template: string, values: Values): string {
  return String(plainLiquid.parseAndRenderSync(template, values)).replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n').trim();
}

function oneLine(template: string, values: Values): string {
  return String(plainLiquid.parseAndRenderSync(template, values)).replace(/\s+/g, ' ').trim();
}

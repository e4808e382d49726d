import { LiquidError, type Liquid, type Template } from 'liquidjs';
import { markupLiquid, plainLiquid } from './liquid.ts';
import { ForbiddenMarkup, readMarkup } from './markup.ts';
import type { OwnWords, SmsWords, WordProblem } from './own-words.ts';
import { wordParts, type WordPart } from './word-parts.ts';
import type { Values } from './values.ts';

const longest: Readonly<Record<WordPart, number>> = { subject: 300, heading: 300, body: 8_000, text: 600 };

/** Everything that is wrong with a merchant's words, each with its line; none: they can be sent. They may name what the first of the trials does. */
export function checkWords(words: OwnWords, trials: readonly Values[]): WordProblem[] {
  return wordParts.email.flatMap((part) => checkPart(part, words[part], trials));
}

/** The same for the words of a text message, which are plain text. */
export function checkSms({ text }: SmsWords, trials: readonly Values[]): WordProblem[] {
  return checkPart('text', text, trials);
}

/** The same for plain text of several lines, as somebody writes a mail by hand. */
export function checkText(text: string, trials: readonly Values[]): WordProblem[] {
  return checkPart('text', text, trials, longest.body);
}

function checkPart(part: WordPart, text: string, trials: readonly Values[], most = longest[part]): WordProblem[] {
  if (text.trim() === '') return [{ part, line: 1, problem: 'empty', detail: '' }];
  if (text.length > most) return [{ part, line: 1, problem: 'too_long', detail: String(most) }];
  const liquid = part === 'body' ? markupLiquid : plainLiquid;
  let templates: Template[];
  try {
    templates = liquid.parse(text);
  } catch (error) {
    return [{ part, ...placeOf(error), problem: 'syntax' }];
  }
  const unknown = Object.values(liquid.analyzeSync(templates, { partials: false }).globals)
    .flat()
    .filter(({ segments: [name] }) => !Object.hasOwn(trials[0] ?? {}, String(name)))
    .map((variable): WordProblem => ({ part, line: variable.location.row, problem: 'unknown_variable', detail: String(variable.segments[0]) }));
  return unknown.length > 0 ? unknown : tried(part, liquid, templates, text, trials);
}

/** Where a tag stands in what was written is known before values are put in; what comes of putting them in is tried as well. */
function tried(part: WordPart, liquid: Liquid, templates: Template[], text: string, trials: readonly Values[]): WordProblem[] {
  try {
    if (part === 'body') readMarkup(text.replace(/(?<=\bhref=")\{\{.*?\}\}/gis, blankAddress).replace(/\{\{.*?\}\}/gs, blankOf).replace(/\{%.*?%\}/gs, blankOf));
    const results = trials.map((values) => String(liquid.renderSync(templates, values)));
    if (part === 'body') results.forEach((result) => readMarkup(result));
    return results.some((result) => result.trim() === '') ? [{ part, line: 1, problem: 'empty', detail: '' }] : [];
  } catch (error) {
    if (error instanceof ForbiddenMarkup) return [{ part, line: error.line, problem: 'forbidden_markup', detail: error.message }];
    return [{ part, ...placeOf(error), problem: 'not_rendered' }];
  }
}

/** Keeps the lines of what is left out. */
function blankOf(found: string): string {
  return `x${'\n'.repeat(found.split('\n').length - 1)}`;
}

/** What leads where a value says is judged by what comes of putting it in. */
function blankAddress(found: string): string {
  return `https://${blankOf(found)}`;
}

function placeOf(error: unknown): { line: number; detail: string } {
  if (!LiquidError.is(error)) return { line: 1, detail: error instanceof Error ? error.message : String(error) };
  const [line = 1] = error.token.getPosition();
  return { line, detail: error.message.replace(/, line:\d+, col:\d+$/, '').split('\n')[0] ?? '' };
}

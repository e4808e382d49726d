import { direction } from '#app/kernel/locales.ts';
import { cut } from '#app/kernel/text.ts';
import { replyWords } from './words.ts';

/** What is answered or passed on. */
export interface Quoted {
  name: string;
  address: string;
  at: Date;
  subject: string;
  text: string;
}

interface Reader {
  locale: string | null;
  zone: string;
}

/** Of a long mail its beginning is quoted: its writer has the rest. */
const longestQuote = 6_000;

/** What an answer quotes: what it answers, once; never what that itself quoted. */
export function quoteOf({ name, address, at, text }: Quoted, { locale, zone }: Reader): string {
  const { t, locale: spoken } = replyWords([locale]);
  const whole = text.trim();
  if (whole === '') return '';
  const kept = whole.length <= longestQuote ? whole : `${cut(whole, longestQuote).trimEnd()} …`;
  return [t('quote', { date: moment(at, spoken, zone), name: name || address }), ...kept.split('\n').map((line) => `> ${line}`)].join('\n');
}

/** A mail that is passed on: from whom, when, about what, and its words whole. */
export function passedOn({ name, address, at, subject, text }: Quoted, { locale, zone }: Reader): string {
  const { t, locale: spoken } = replyWords([locale]);
  const head = [`---------- ${t('forwarded')} ----------`, `${t('from')}: ${name === '' ? address : `${name} <${address}>`}`, `${t('date')}: ${moment(at, spoken, zone)}`, `${t('subject')}: ${subject}`];
  return `${head.join('\n')}\n\n${text.trim()}`;
}

interface Written {
  text: string;
  signature: string;
  /** As `quoteOf` or `passedOn` made it. */
  quoted: string;
  locale: string | null;
}

/** What somebody wrote as a mail: their words, their signature, and what is quoted, as plain text and as a page without pictures or programs. */
export function mailBody({ text, signature, quoted, locale }: Written): { text: string; html: string } {
  const { locale: spoken } = replyWords([locale]);
  const html = `${paragraphs(text)}${signature === '' ? '' : `<p style="${quiet}">-- <br>${inLines(signature)}</p>`}${quotedParts(quoted)}`;
  return {
    text: [text.trim(), signature === '' ? '' : `-- \n${signature}`, quoted].filter(Boolean).join('\n\n'),
    html: `<!doctype html><html lang="${spoken}" dir="${direction(spoken)}"><body style="margin:0;font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Arial,sans-serif;font-size:15px;line-height:23px;color:#1f2933">${html}</body></html>`,
  };
}

const quiet = 'margin:0 0 16px;color:#52606d';

/** Lines behind `> ` are a quotation, others are words about it. */
function quotedParts(quoted: string): string {
  if (quoted === '') return '';
  const lines = quoted.split('\n');
  const begins = lines.findIndex((line) => line.startsWith('> '));
  if (begins < 0) return `<hr style="border:0;border-top:1px solid #cbd2d9;margin:24px 0">${paragraphs(quoted)}`;
  const inside = lines.slice(begins).map((line) => line.replace(/^> ?/, '')).join('\n');
  return `<p style="${quiet}">${inLines(lines.slice(0, begins).join('\n'))}</p><blockquote style="margin:0;padding-left:12px;border-left:3px solid #cbd2d9;color:#52606d">${paragraphs(inside)}</blockquote>`;
}

const moment = (at: Date, locale: string, zone: string): string => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(at);

const paragraphs = (text: string): string => text.trim().split(/\n{2,}/).map((words) => `<p style="margin:0 0 16px" dir="auto">${inLines(words)}</p>`).join('');

const inLines = (text: string): string => linked(text).replaceAll('\n', '<br>');

/** Addresses of pages become links; everything else is words. */
function linked(text: string): string {
  return text.split(/(https?:\/\/[^\s<>"]{1,2000}[^\s<>".,;:!?)\]}'])/).map((part, at) => (at % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part))).join('');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

import { withoutEntities } from './html-entities.ts';
import { htmlTokens } from './html-tokens.ts';

/** A line as a reader sees it; `mark` is what the sender's program said about it. */
export interface Line {
  text: string;
  mark: 'quoted' | 'signature' | null;
}

const BLOCK = new Set('address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(' '));
const SPACED = new Set('p h1 h2 h3 h4 h5 h6 ul ol'.split(' '));
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const SIGNATURE = /(?:class|id|data-smartmail)\s*=\s*["']?[^"'>]*(?:gmail_signature|front-signature|io-ox-signature|moz-signature|mobile-signature|mobilesignature|applemailsignature|protonmail_signature_block(?!-user protonmail_signature_block-empty)|zmail_signature|yahoo-signature|ydp[a-z0-9]*signature|foxsign|ntes-pcmac-signature|lineBreakAtBeginningOfSignature)|id\s*=\s*["']?(?:x_)*(?:signature|ms-outlook-mobile-signature)\b|\bdata-signature\s*=|class\s*=\s*["']?(?:x_|e?mail-)?signature(?=["'\s]|$)/i;
const QUOTED = /\bname\s*=\s*["']?(?:messageReplySection|quote)\b|(?:class|id|data-marker)\s*=\s*["']?[^"'>]*(?:__QUOTED_TEXT__|domino-section\b|ntes-mailmaster-quote|origbody|reply139content|oriMsgHtmlSeperator|ik_mail_quote|\box-[0-9a-f]{4,20}-quote|OLK_SRC_BODY_SECTION|bloop_original_html|airmail_ext_on|sparrow_quote|lark-mail-quote|history-quote-wrapper|adit-html-block--quote|yahoo_quoted|gmail_attr\b|protonmail_quote|tutanota_quote|zmail_extra|isreplycontent|reply-intro|mailru-blockquote|alimail-quote|OutlookMessageHeader|ms-outlook-mobile-reference-message|freshdesk_quote|zd-reply-quote|front-blockquote|hs_reply|skiff-quote)/i;
const REST_QUOTED = /id\s*=\s*["']?(?:x_)*(?:divRplyFwdMsg|appendonsend|stopSpelling|replySplit|mail-editor-reference-message-container|divtagdefaultreplymessage)\b|class\s*=\s*["']?(?:x_)*OutlookMessageHeader/i;
// The line Outlook draws over what it quotes; cells of a table may have the same colour.
const DRAWN_OVER = /border-top\s*:\s*solid\s+#?(?:e1e1e1|b5c4df)\b/i;
const HIDDEN = /style\s*=\s*["'][^"']*display\s*:\s*none|\bhidden\b(?!\s*:)(?=\s*(?:=|$|\s))/i;
// The line Foxmail draws over a signature, which has no mark of its own.
const SIGNED_BELOW = /width\s*:\s*210px[^>]*b5c4df/i;
const INDENT = /border(?:-left)?\s*:\s*(?:none|0(?:px)?)\b/i;

const MOST_REGIONS = 200;
// Programs put their marks first; what is longer is made to be slow.
const LONGEST_MARK = 400;

type Region = 'quote' | 'quoted' | 'signature' | 'hidden';

/** The lines of an HTML text, quotes marked with `> ` as in plain mail. */
export function htmlLines(html: string): Line[] {
  const lines: Line[] = [];
  const open = new Map<string, number>();
  const regions: { tag: string; level: number; kind: Region }[] = [];
  const count: Record<Region, number> = { quote: 0, quoted: 0, signature: 0, hidden: 0 };
  let restQuoted = false;
  let pieces: string[] = [];
  let spaced = true;
  let blank = false;
  let broken = false;
  let signsNext = false;
  let preformatted = 0;

  const write = (text: string): void => {
    if (text.trim() === '' && text !== '') {
      const last = lines.at(-1);
      if (!blank && last !== undefined && last.text.replace(/^[> ]+/, '') !== '') blank = true;
      return;
    }
    const prefix = count.quote > 0 ? `${'>'.repeat(Math.min(count.quote, 8))} ` : '';
    const mark = restQuoted || count.quoted > 0 ? 'quoted' : count.signature > 0 ? 'signature' : null;
    if (blank) lines.push({ text: prefix.trimEnd(), mark });
    blank = false;
    lines.push({ text: `${prefix}${text.trimEnd()}`, mark });
  };
  const put = (text: string): void => {
    if (text === '') return;
    pieces.push(text);
    broken = false;
    spaced = text.endsWith(' ');
  };
  const breakLine = (): boolean => {
    const current = pieces.join('').replaceAll('\u00a0', ' ');
    pieces = [];
    spaced = true;
    if (current.trim() === '') return false;
    write(current);
    return true;
  };

  for (const token of htmlTokens(html)) {
    if ('text' in token) {
      if (count.hidden > 0) continue;
      const text = withoutEntities(token.text);
      if (preformatted > 0) {
        const [first = '', ...others] = text.split(/\r?\n/);
        put(first);
        for (const other of others) {
          if (!breakLine()) write(' ');
          put(other);
        }
        continue;
      }
      const flat = text.replace(/[ \t\r\n\f]+/g, ' ');
      put(spaced ? flat.replace(/^ /, '') : flat);
      continue;
    }
    const { tag, close, attributes } = token;
    if (tag === 'br') {
      // The end of a region inside a line has broken it already.
      if (!breakLine() && !broken) write(' ');
      broken = false;
      continue;
    }
    if (BLOCK.has(tag)) {
      breakLine();
      if (SPACED.has(tag)) write(' ');
    }
    if ((tag === 'td' || tag === 'th') && !spaced) put(' ');
    if (VOID.has(tag)) {
      if (REST_QUOTED.test(attributes.slice(0, LONGEST_MARK))) restQuoted = true;
      if (tag === 'hr' && SIGNED_BELOW.test(attributes.slice(0, LONGEST_MARK))) signsNext = true;
      continue;
    }
    if (close) {
      const level = (open.get(tag) ?? 0) - 1;
      if (level < 0) continue;
      if (tag === 'pre') preformatted = Math.max(0, preformatted - 1);
      open.set(tag, level);
      const index = regions.findLastIndex((region) => region.tag === tag && region.level > level);
      if (index < 0) continue;
      if (breakLine() && !BLOCK.has(tag)) broken = true;
      // What was opened inside and never closed ends here too.
      for (const region of regions.splice(index)) count[region.kind] -= 1;
      continue;
    }
    if (attributes.endsWith('/')) continue;
    const level = (open.get(tag) ?? 0) + 1;
    open.set(tag, level);
    if (tag === 'pre') preformatted += 1;
    if (tag === 'li') put('* ');
    const enter = (kind: Region): void => {
      if (regions.length >= MOST_REGIONS) return;
      if (kind !== 'hidden') breakLine();
      regions.push({ tag, level, kind });
      count[kind] += 1;
    };
    if (tag === 'blockquote' && !INDENT.test(attributes)) enter('quote');
    if (tag === 'sign' || (signsNext && tag === 'div')) enter('signature');
    if (BLOCK.has(tag)) signsNext = false;
    if (attributes === '') continue;
    const told = attributes.slice(0, LONGEST_MARK);
    if (REST_QUOTED.test(told) || (tag === 'div' && DRAWN_OVER.test(told))) {
      breakLine();
      restQuoted = true;
    }
    if (QUOTED.test(told)) enter('quoted');
    else if (SIGNATURE.test(told)) enter('signature');
    if (HIDDEN.test(told) && tag !== 'body' && tag !== 'html') enter('hidden');
  }
  breakLine();
  return lines;
}

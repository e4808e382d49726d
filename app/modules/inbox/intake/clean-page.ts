import sanitizeHtml from 'sanitize-html';
import { cleanStyle } from './clean-style.ts';
import { storable } from '#app/kernel/text.ts';
import { partNamed } from '../reading/part-named.ts';

/** A mail's page as it may be shown: nothing in it runs, and nothing is fetched from anywhere. */
export interface CleanPage {
  html: string;
  /** Whether it has pictures elsewhere, which are only fetched when somebody asks: their addresses stand in `data-remote`. */
  hasRemote: boolean;
}

const longestPage = 2 * 1024 * 1024;
const longestKept = 1024 * 1024;
/** More than any letter has: what opens tags without end costs more than their number. */
const mostTags = 50_000;
const longestAddress = 2_000;

const kept = [
  'a', 'abbr', 'address', 'article', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'br', 'caption', 'center', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure',
  'font', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'main', 'mark', 'ol', 'p', 'pre', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'section', 'small', 'span',
  'strike', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'tt', 'u', 'ul', 'var', 'wbr',
];
const looks = ['style', 'align', 'valign', 'width', 'height', 'bgcolor', 'color', 'dir', 'lang', 'title', 'border', 'cellpadding', 'cellspacing', 'colspan', 'rowspan', 'size', 'face', 'start', 'type', 'span', 'nowrap'];

/** Makes a mail's page safe to show, once, before it is kept; null where it is too long to be one that somebody reads. */
export function cleanPage(page: string): CleanPage | null {
  if (page.length > longestPage || page.split('<').length > mostTags) return null;
  let hasRemote = false;
  const html = sanitizeHtml(page, {
    allowedTags: kept,
    allowedAttributes: { '*': looks, a: [...looks, 'href', 'rel', 'target'], img: [...looks, 'alt', 'src', 'data-remote', 'data-cid'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    // What is never text: neither shown nor kept.
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'template', 'xml', 'svg', 'math', 'object', 'iframe', 'select'],
    parseStyleAttributes: false,
    nestingLimit: 200,
    transformTags: {
      '*': (tagName, attribs) => {
        const style = attribs.style === undefined ? '' : cleanStyle(attribs.style);
        const { style: _told, background: _fetched, ...others } = attribs;
        const attributes: Record<string, string> = { ...others, ...(style === '' ? {} : { style }) };
        if (tagName === 'a') return { tagName, attribs: linkOf(attributes) };
        if (tagName !== 'img') return { tagName, attribs: attributes };
        const picture = pictureOf(attributes);
        hasRemote ||= picture['data-remote'] !== undefined;
        return { tagName, attribs: picture };
      },
    },
  });
  return html.length > longestKept ? null : { html: storable(html), hasRemote };
}

function linkOf(attributes: Record<string, string>): Record<string, string> {
  const { href = '', ...others } = attributes;
  // A link that names no place of its own would lead into ours.
  const leads = href.length <= longestAddress && /^\s*(?:https?|mailto|tel):/i.test(href);
  return { ...others, ...(leads ? { href: href.trim() } : {}), rel: 'noopener noreferrer nofollow', target: '_blank' };
}

/** A picture names what is to be shown, and fetches nothing: one of the mail's own files, one elsewhere, or one that is written out in the page. */
function pictureOf(attributes: Record<string, string>): Record<string, string> {
  const { src: told = '', srcset: _several, 'data-remote': _remote, 'data-cid': _own, ...others } = attributes;
  const src = told.trim();
  if (/^cid:/i.test(src)) return { ...others, 'data-cid': partNamed(src.slice(4, 254)) };
  if (/^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]+$/i.test(src)) return { ...others, src };
  const remote = src.startsWith('//') ? `https:${src}` : src;
  return /^https?:\/\/\S+$/i.test(remote) && remote.length <= longestAddress ? { ...others, 'data-remote': remote } : others;
}

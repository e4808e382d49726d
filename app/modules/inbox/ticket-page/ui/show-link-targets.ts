import { otherTarget } from './link-target.ts';

/** Whatever the mail's own looks are. */
const look = 'display:inline;visibility:visible;margin:0 4px;padding:0 4px;border:1px solid #8e0b21;background:#fff;color:#8e0b21;font:600 13px/1.4 sans-serif;letter-spacing:0;text-indent:0;text-transform:none;opacity:1';

/** Says of each link of a page where it leads: its address as its title, and beside it its host where its words name another. */
export function showLinkTargets(page: Document, say: (host: string) => string): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    link.title = link.href;
    for (const inside of link.querySelectorAll('[title]')) inside.removeAttribute('title');
    const host = otherTarget(link.textContent ?? '', link.href);
    if (host === null) continue;
    const mark = page.createElement('strong');
    mark.setAttribute('style', look);
    mark.textContent = say(host);
    link.before(mark);
  }
}

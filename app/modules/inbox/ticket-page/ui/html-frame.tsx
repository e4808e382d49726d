import { Button } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import { useLatest } from '#app/ui/use-answer.ts';
import type { Original } from '../message-original.server.ts';
import { showLinkTargets } from './show-link-targets.ts';
import { fetchWhole } from './use-fetched.ts';
import styles from './ticket.module.css';
import { useTicketWords } from './words.ts';

const firstHeight = 240;
const tallest = 4_000;

/**
 * A mail as its sender made it, in a frame in which nothing runs and nothing is sent: no scripts, no forms, links in windows of their own. Pictures that lie
 * elsewhere are fetched once somebody asks: whoever sent them learns then that the mail was opened.
 */
export function HtmlFrame({ original }: { original: Original & { html: string } }) {
  const { t } = useTicketWords();
  const [remote, setRemote] = useState(false);
  const [height, setHeight] = useState(firstHeight);
  const frame = useRef<HTMLIFrameElement>(null);
  const { html, pictures } = original;
  const leadsTo = useLatest((host: string) => t('message.leadsTo', { host }));
  useEffect(() => {
    const shown = frame.current;
    if (!shown) return;
    const gone = new AbortController();
    const urls: string[] = [];
    const sizes = new ResizeObserver(() => measure());
    const measure = () => setHeight(Math.min(tallest, Math.max(48, (shown.contentDocument?.documentElement.scrollHeight ?? firstHeight) + 2)));
    const fill = () => {
      const page = shown.contentDocument;
      if (!page?.body) return;
      showLinkTargets(page, leadsTo.current);
      sizes.observe(page.body);
      measure();
      if (remote) for (const picture of page.querySelectorAll('img[data-remote]')) picture.setAttribute('src', picture.getAttribute('data-remote') ?? '');
      for (const picture of page.querySelectorAll('img[data-cid]')) {
        const own = pictures.find(({ contentId }) => contentId === picture.getAttribute('data-cid'));
        if (own) void showFile(own.fileId, picture);
      }
    };
    const showFile = async (fileId: string, picture: Element) => {
      const blob = await fetchWhole(`/app/inbox/files/${fileId}`, gone.signal).then((answer) => answer.blob()).catch(() => null);
      if (!blob || gone.signal.aborted) return;
      const url = URL.createObjectURL(blob);
      urls.push(url);
      picture.setAttribute('src', url);
    };
    shown.addEventListener('load', fill, { signal: gone.signal });
    shown.srcdoc = documentOf(html, remote);
    return () => {
      gone.abort();
      sizes.disconnect();
      urls.forEach((url) => URL.revokeObjectURL(url));
    };
  }, [html, pictures, remote, leadsTo]);
  return (
    <>
      {original.hasRemote && !remote && (
        <div className={styles['foot']}>
          <span className={styles['quiet']}>{t('message.blocked')}</span>
          <Button variant="plain" size="micro" onClick={() => setRemote(true)}>
            {t('message.showRemote')}
          </Button>
        </div>
      )}
      <iframe ref={frame} className={styles['frame']} title={t('message.frame')} sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox" referrerPolicy="no-referrer" style={{ height }} />
    </>
  );
}

/** The frame is of this page's origin so that its height can be measured; that is harmless as no script runs in it, which sandbox and policy both say. */
function documentOf(html: string, remote: boolean): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:${remote ? ' https: http:' : ''}; form-action 'none'; base-uri 'none'`;
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><style>body{margin:12px;font:14px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",sans-serif;color:#1a1a1a;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}</style></head><body>${html}</body></html>`;
}

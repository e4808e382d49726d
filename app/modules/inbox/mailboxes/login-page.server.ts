import { mailboxWords } from './words.server.ts';
import type { Underway } from './begin-mail-login.server.ts';

/** What the merchant is told who comes back from signing in to a mailbox. */
export type LoginPage =
  | { is: 'ask'; state: Underway; user: string; shop: string; address: string }
  | { is: 'done' | 'taken'; address: string }
  | { is: 'closed'; user: string }
  | { is: 'refused' | 'failed' | 'over' };

const statuses = { ask: 200, done: 200, taken: 409, closed: 422, refused: 422, failed: 502, over: 400 } as const;

/** A page outside of Shopify, of words and at most one button: no script, no frame, kept by nobody. */
export function loginPage(locale: string, page: LoginPage, sealed: string | null = null): Response {
  const { t, locale: spoken } = mailboxWords(locale);
  const values = { user: '', shop: '', address: '', ...('address' in page ? { address: page.address } : {}), ...('user' in page ? { user: page.user } : {}), ...('shop' in page ? { shop: page.shop } : {}) };
  const form = sealed === null ? '' : `<form method="post"><input type="hidden" name="state" value="${escaped(sealed)}"><button>${escaped(t('login.connect'))}</button></form>`;
  const html = `<!doctype html><html lang="${spoken}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Aftercare</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#202223}h1{font-size:1.25rem}button{font:inherit;padding:.6rem 1.2rem;border:0;border-radius:.5rem;background:#202223;color:#fff;cursor:pointer}</style>
<main><h1>${escaped(t(`login.${page.is}.heading`, values))}</h1><p>${escaped(t(`login.${page.is}.text`, values))}</p>${form}</main></html>`;
  return new Response(html, {
    status: statuses[page.is],
    headers: {
      'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'x-frame-options': 'DENY',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    },
  });
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

import type { ReactNode } from 'react';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { messageOfKey } from './opt-out-key.ts';
import { optIn, optOut } from './opt-outs.server.ts';
import { renderPreferencesPage, type PreferencesAnswer } from './preferences-page.tsx';
import { readPreferences } from './read-preferences.server.ts';
import { preferenceWords } from './words.ts';

const longestForm = 20_000;

interface Needs {
  secrets: readonly string[];
  /** What stands above the page, in a language. */
  bannerIn?(locale: string): Promise<ReactNode>;
}

/** The page's answer to a signed storefront request: what its reader wants to hear, as it is or as they just said. */
export async function answerPreferences(request: Request, proxy: ProxyRequest, { secrets, bannerIn }: Needs): Promise<Response> {
  const form = request.method === 'POST' ? await readForm(request) : null;
  const key = form?.get('key') ?? new URL(request.url).searchParams.get('key') ?? '';
  const answer = await answerTo(key, form, proxy, secrets);
  const headers = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' };
  const words = preferenceWords(proxy.locales);
  const page = { words, banner: (await bannerIn?.(words.locale)) ?? null, shopName: proxy.ctx.shop.name, address: `${proxy.pathPrefix}/preferences` };
  return proxy.liquid(renderPreferencesPage(page, answer), { headers });
}

async function answerTo(key: string, form: URLSearchParams | null, { ctx }: ProxyRequest, secrets: readonly string[]): Promise<PreferencesAnswer> {
  const named = messageOfKey(key, secrets);
  if (named?.shopId !== ctx.shop.id) return { kind: 'invalid' };
  return ctx.tx(async (tx) => {
    const before = await readPreferences(tx, named.messageId);
    if (!before) return { kind: 'invalid' };
    if (!form) return { kind: 'preferences', preferences: before, proof: key, saved: false };
    // Only what was on the page is decided by it.
    const shown = new Set(form.getAll('shown'));
    const wanted = new Set(form.getAll('wanted'));
    const subjects = [...before.kinds.map(({ kind }) => kind), ...before.categories.map(({ category }) => category)].filter((subject) => shown.has(subject));
    await optIn(tx, before.reader, subjects.filter((subject) => wanted.has(subject)));
    await optOut(tx, before.reader, subjects.filter((subject) => !wanted.has(subject)), ctx.clock.now());
    return { kind: 'preferences', preferences: (await readPreferences(tx, named.messageId)) ?? before, proof: key, saved: true };
  });
}

/** The form as it was sent; empty where it is none of ours. */
async function readForm(request: Request): Promise<URLSearchParams> {
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams();
  const body = await request.text();
  return new URLSearchParams(body.length > longestForm ? '' : body);
}

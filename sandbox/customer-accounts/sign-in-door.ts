import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { accountOf, mailCode } from './accounts-of-shop.ts';
import type { Memory, Pending } from './memory.ts';
import { readAuthorize } from './read-authorize.ts';
import { addressPage, codePage, refusalPage } from './sign-in-pages.ts';
import type { Account, CustomerAccountsDeps, SignInRequest } from './types.ts';

/** The cookie of a browser that is signed in; the storefront of the same machine reads it too. */
export const browserCookie = 'sandbox_customer';

interface Needs extends CustomerAccountsDeps {
  memory: Memory;
  /** The shop whose number stands in an address of ours. */
  shopOf(shopNumber: string): { domain: string; name: string; issuer: string } | null;
}

const fields = z.object({ pending: z.string(), email: z.string().trim().toLowerCase().optional(), code: z.string().trim().optional() });

/** The authorize endpoint and the two steps behind it. */
export function signInDoor(needs: Needs): Router {
  const { app, memory, installation, shopOf } = needs;
  const router = express.Router();

  const goBack = (response: Response, request: SignInRequest, account: Account) => {
    const to = new URL(request.redirectUri);
    to.searchParams.set('code', memory.codeFor(request, account));
    to.searchParams.set('state', request.state);
    response.redirect(303, to.href);
  };

  router.get('/authentication/:shop/oauth/authorize', (request, response) => {
    const shop = shopOf(request.params.shop);
    if (!shop) return void response.sendStatus(404);
    const query = new URL(request.originalUrl, 'http://sandbox').searchParams;
    const read = readAuthorize({ app, shopDomain: shop.domain, installation: installation(shop.domain), query });
    if (read.is === 'page') return void response.status(read.refusal.status).send(refusalPage(shop.name, read.refusal));
    if (read.is === 'back') return void response.redirect(303, read.to);
    const browser = memory.browsers.get(cookieOf(request));
    if (browser?.shopDomain === shop.domain && query.get('prompt') !== 'login') return goBack(response, read.request, browser.account);
    response.send(addressPage({ shopName: shop.name, action: `${shop.issuer}/sign-in`, pending: memory.begin(read.request), error: null }));
  });

  router.post('/authentication/:shop/sign-in', express.urlencoded({ extended: false }), (request, response, next) => {
    const shop = shopOf(request.params.shop ?? '');
    const typed = fields.safeParse(request.body);
    const held = typed.success ? memory.pending.get(typed.data.pending) : undefined;
    if (!shop || !typed.success || !held || held.request.shopDomain !== shop.domain || held.expiresAt <= memory.now()) {
      return void response.status(400).send(refusalPage(shop?.name ?? '', { error: 'invalid_request', description: 'This sign-in is over. Begin again.' }));
    }
    const step = { shopName: shop.name, action: `${shop.issuer}/sign-in`, pending: typed.data.pending };
    if (typed.data.email !== undefined) {
      if (!/^\S+@\S+\.\S+$/.test(typed.data.email)) return void response.status(422).send(addressPage({ ...step, error: 'Enter a valid email.' }));
      Object.assign(held, { email: typed.data.email, code: memory.sixDigits(), tries: 0 } satisfies Partial<Pending>);
      mailCode(needs, shop.domain, { email: typed.data.email, code: held.code ?? '' });
      return void response.send(codePage({ ...step, email: typed.data.email, error: null }));
    }
    const { email } = held;
    if (email === null) return void response.status(422).send(addressPage({ ...step, error: 'Enter your email first.' }));
    held.tries += 1;
    if (held.tries > 5 || typed.data.code !== held.code) return void response.status(422).send(codePage({ ...step, email, error: held.tries >= 5 ? 'Too many tries. Begin again.' : 'That code isn’t right.' }));
    memory.pending.delete(typed.data.pending);
    accountOf(needs, shop.domain, email).then((account) => {
      response.cookie(browserCookie, memory.signIn(shop.domain, account), { httpOnly: true, sameSite: 'lax', path: '/' });
      goBack(response, held.request, account);
    }, next);
  });
  return router;
}

/** The cookie a browser carries, empty where it carries none. */
export function cookieOf(request: Pick<Request, 'headers'>): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === browserCookie)?.[1] ?? '';
}

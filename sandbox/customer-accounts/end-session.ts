import { decodeJwt } from 'jose';
import type { Request, Response } from 'express';
import type { RegisteredApp } from '../contract.ts';
import type { Memory } from './memory.ts';
import { browserCookie, cookieOf } from './sign-in-door.ts';
import { refusalPage } from './sign-in-pages.ts';

interface Needs {
  app: RegisteredApp;
  memory: Memory;
  shop: { domain: string; name: string };
}

/** Signs a browser out: its cookie and the tokens of the id token it shows are over, and it goes to an address of the app's, if one is named. */
export function endSession({ app, memory, shop }: Needs, request: Request, response: Response): void {
  const query = new URL(request.originalUrl, 'http://sandbox').searchParams;
  const to = query.get('post_logout_redirect_uri');
  if (to !== null && !app.customerAuthentication?.logoutUris.includes(to)) {
    response.status(400).send(refusalPage(shop.name, { error: 'invalid_request', description: 'The post_logout_redirect_uri is not one of the client’s.' }));
    return;
  }
  const session = sessionOf(query.get('id_token_hint'));
  for (const family of memory.families) if (family.shopDomain === shop.domain && family.sessionId === session) family.ended = true;
  memory.browsers.delete(cookieOf(request));
  response.clearCookie(browserCookie, { path: '/' });
  if (to === null) response.send(refusalPage(shop.name, { error: 'signed_out', description: 'You are signed out.' }));
  else response.redirect(303, to);
}

function sessionOf(idToken: string | null): string | null {
  try {
    return idToken === null ? null : String(decodeJwt(idToken).sid ?? '');
  } catch {
    return null;
  }
}

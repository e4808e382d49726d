import { readJson } from '#app/kernel/json.ts';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import { askForMailTokens, loginPlaces } from '#app/platform/mail-in/mail-logins.server.ts';
import { tryImap } from '#app/platform/mail-in/try-imap.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { comeBackTo, underway, type MailLoginNeeds, type Underway } from './begin-mail-login.server.ts';
import { keepMailbox } from './keep-mailbox.server.ts';
import { loginPage, type LoginPage } from './login-page.server.ts';
import { isSameMailbox, readMailboxSettings } from './mailbox.ts';

export interface EndNeeds extends MailLoginNeeds {
  contextOf(shopId: number): Promise<ShopContext | null>;
  allowInside: boolean;
  clock: Clock;
  log: Logger;
}

/**
 * The merchant comes back from Google or Microsoft. Looked at, it says which mailbox would be connected to which shop and asks; posted to, it connects it. Who was led
 * here by somebody else sees whose shop it is before anything is given away.
 */
export async function endMailLogin(request: Request, needs: EndNeeds): Promise<Response> {
  const { contextOf, sealer, log } = needs;
  if (request.method !== 'GET' && request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'GET, POST' } });
  const asked = request.method === 'GET' ? new URL(request.url).searchParams : new URLSearchParams(await request.text());
  const state = openState(asked.get('state') ?? '', needs);
  const ctx = state && (await contextOf(state.shopId));
  if (!state || !ctx || ctx.shop.state !== 'installed') return loginPage('en', { is: 'over' });
  const page = await (request.method === 'GET' ? comeBack(ctx, state, asked.get('code'), needs) : connect(ctx, state, needs)).catch((error: unknown): LoginPage => {
    log.warn({ error, shop: ctx.shop.domain }, 'a mailbox could not be connected');
    return { is: 'failed' };
  });
  return loginPage(state.locale, page, page.is === 'ask' ? sealer.seal(JSON.stringify(page.state)) : null);
}

function openState(sealed: string, { sealer, clock }: EndNeeds): Underway | null {
  try {
    const read = underway.safeParse(readJson(sealer.open(sealed)));
    return read.success && new Date(read.data.until) > clock.now() ? read.data : null;
  } catch {
    return null;
  }
}

async function comeBack(ctx: ShopContext, state: Underway, code: string | null, { clients, appUrl, places = loginPlaces }: EndNeeds): Promise<LoginPage> {
  const client = clients[state.login];
  if (code === null || !client) return { is: 'refused' };
  const tokens = await askForMailTokens(places[state.login], client, { code, backTo: comeBackTo(appUrl) });
  if (tokens === 'refused' || tokens.refreshToken === null) return { is: 'refused' };
  const given = { user: tokens.user ?? state.address, refreshToken: tokens.refreshToken };
  return { is: 'ask', state: { ...state, given }, user: given.user, shop: ctx.shop.name, address: state.address };
}

async function connect(ctx: ShopContext, { given, login, id, address, name }: Underway, { clients, sealer, allowInside, places = loginPlaces }: EndNeeds): Promise<LoginPage> {
  const client = clients[login];
  if (!given || !client) return { is: 'over' };
  const tokens = await askForMailTokens(places[login], client, { refreshToken: given.refreshToken });
  if (tokens === 'refused') return { is: 'refused' };
  const { imap } = places[login];
  const position = await tryImap({ ...imap, user: given.user, auth: { accessToken: tokens.accessToken } }, { allowInside });
  if (typeof position === 'string') return { is: 'closed', user: given.user };
  const settings = { imap: { ...imap, user: given.user, auth: login, sealedSecret: sealer.seal(tokens.refreshToken ?? given.refreshToken) } };
  const before = id === '' ? null : await ctx.tx((tx) => tx.mailboxes.findFirst({ where: { id } }));
  // Who signs in again has the mail that came meanwhile, too.
  const isSame = before !== null && isSameMailbox(readMailboxSettings(before.settings).imap, settings.imap);
  const saved = await keepMailbox(ctx, { id: id === '' ? null : id, address, name, wayIn: 'imap', settings, ...(isSame ? {} : { position }) });
  return 'saved' in saved ? { is: 'done', address } : { is: 'taken', address };
}

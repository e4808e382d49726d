import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { Database } from '#app/platform/db/database.server.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import type { Limits } from '#app/platform/limits/limits.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import { largestMail } from '#app/platform/mail-in/largest-mail.ts';
import { whoVouches } from '#app/platform/mail-in/who-vouches.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ShopRegistry } from '#app/platform/shops/shop-registry.server.ts';
import { readBody } from '#app/platform/webhooks/read-body.server.ts';
import { readMailboxSettings } from '../mailboxes/mailbox.ts';
import { isBroughtBy, readBrought, type BroughtBy } from './providers/read-brought.ts';
import { takeMail } from './take-mail.server.ts';

export interface InboxDoorNeeds {
  database: Pick<Database, 'pool'>;
  shops: Pick<ShopRegistry, 'contextOf'>;
  sealer: Sealer;
  files: FileStore;
  limits: Pick<Limits, 'take'>;
  log: Logger;
}

/** A mail inside JSON or a form takes more room than by itself. */
const longestBody = 1.5 * largestMail;

/**
 * Takes in the mail that a provider brings: finds the mailbox by the key in the address, verifies the raw body, keeps the mail, and answers 200 only when that is
 * committed. What cannot be taken now is answered 503, which each of them tries again for hours.
 */
export function createInboxDoor({ database, shops, sealer, files, limits, log }: InboxDoorNeeds): (request: Request, provider: string) => Promise<Response> {
  const find = async (provider: BroughtBy, key: string) => {
    const { rows } = await database.pool.query<{ shopId: number; mailboxId: string }>(
      `select d.shop_id as "shopId", d.mailbox_id as "mailboxId" from platform.mail_doors d join platform.shops s on s.id = d.shop_id and s.state = 'installed' where d.key = $1`, [key]);
    const [place] = rows;
    const ctx = place ? await shops.contextOf(place.shopId) : null;
    if (!place || !ctx) return null;
    const mailbox = await ctx.tx((tx) => tx.mailboxes.findFirst({ where: { id: place.mailboxId, way_in: provider } }));
    const sealed = mailbox ? readMailboxSettings(mailbox.settings).sealedSecret : undefined;
    return mailbox && sealed !== undefined ? { ctx, mailbox, secret: sealer.open(sealed) } : null;
  };

  const take = async (request: Request, provider: string): Promise<number> => {
    if (!isBroughtBy(provider)) return 404;
    if (request.method !== 'POST') return 405;
    const found = await find(provider, new URL(request.url).searchParams.get('key') ?? '');
    if (!found) return 404;
    const { ctx, mailbox, secret } = found;
    const body = await readBody(request, longestBody);
    if (body === null) return 413;
    const brought = readBrought(provider, { body, headers: request.headers, secret, now: ctx.clock.now() });
    if (brought === 'forged') return 401;
    if (brought === 'not-raw') {
      await noteState(ctx, mailbox.id, { state: 'failing', failure: 'raw' });
      return 503;
    }
    if (brought.bytes.length > largestMail) return 413;
    if (!(await limits.take('mail-shop', String(ctx.shop.id))).allowed) return 503;
    const { from, to, bytes } = brought;
    await takeMail(ctx, files, { mailboxId: mailbox.id, source: provider, envelope: { from, to: to.length > 0 ? to : [mailbox.address] }, bytes, vouched: await whoVouches(bytes, { from }) });
    if (mailbox.failure === 'raw') await noteState(ctx, mailbox.id, { state: 'on', failure: null });
    return 200;
  };

  return async (request, provider) => {
    const status = await take(request, provider).catch((error: unknown) => {
      log.error({ error, provider }, 'a mail that a provider brought could not be taken in');
      return 503;
    });
    return new Response(null, { status, headers: status === 405 ? { allow: 'POST' } : {} });
  };
}

async function noteState(ctx: ShopContext, mailboxId: string, state: { state: string; failure: string | null }): Promise<void> {
  await ctx.tx(async (tx) => {
    await tx.mailboxes.updateMany({ where: { id: mailboxId }, data: state });
    await announce(tx, 'mailboxes');
  });
}

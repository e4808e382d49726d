import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { after, hour, minute } from '#app/kernel/time.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { AccountTokens, CustomerAccount } from '#app/platform/shopify/customer-account/customer-account.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** However often it is renewed, a sign-in ends after so long. */
const longest = 12 * hour;

export interface SessionNeeds {
  accounts: Pick<CustomerAccount, 'find' | 'renew' | 'holding'>;
  sealer: Sealer;
}

const tokensShape = z.object({ accessToken: z.string(), refreshToken: z.string().nullable(), idToken: z.string() });
type SessionRow = NonNullable<Awaited<ReturnType<ShopTx['customer_sessions']['findFirst']>>>;

/** Keeps a sign-in with its tokens sealed. */
export async function openSession(ctx: ShopContext, { customerId, tokens }: { customerId: string; tokens: AccountTokens }, sealer: Sealer): Promise<string> {
  const id = randomUUID();
  const now = ctx.clock.now();
  await ctx.tx((tx) => tx.customer_sessions.create({ data: { id, customer_id: customerId, created_at: now, ends_at: after(now, longest), ...sealedTokens(sealer, tokens) } }));
  return id;
}

/**
 * Whose sign-in this is, as long as Shopify knows it: one whose access token is over is renewed first, by one process at a time, and ends where
 * Shopify refuses. While Shopify does not answer it goes on.
 */
export async function customerOf(ctx: ShopContext, sessionId: string, { accounts, sealer }: SessionNeeds): Promise<string | null> {
  const row = await living(ctx, sessionId);
  if (!row || !isStale(row, ctx.clock.now())) return row?.customer_id ?? null;
  const server = await accounts.find(ctx.shop);
  if (!server) return row.customer_id;
  return accounts.holding(`${ctx.shop.id}:${sessionId}`, async () => {
    // Another tab may have renewed it, or signed out, while this one waited.
    const held = await living(ctx, sessionId);
    if (!held || !isStale(held, ctx.clock.now())) return held?.customer_id ?? null;
    const tokens = openedTokens(sealer, held);
    const renewed = tokens ? await accounts.renew(server, tokens) : null;
    if (renewed?.is === 'unavailable') return held.customer_id;
    const kept = await ctx.tx(async (tx) => {
      if (renewed?.is === 'done') return (await tx.customer_sessions.updateMany({ where: { id: sessionId }, data: sealedTokens(sealer, renewed.tokens) })).count === 1;
      await tx.customer_sessions.deleteMany({ where: { id: sessionId } });
      return false;
    });
    return kept ? held.customer_id : null;
  });
}

/** Ends a sign-in; what Shopify needs to end it too, or null where there was none. */
export async function closeSession(ctx: ShopContext, sessionId: string, sealer: Sealer): Promise<string | null> {
  return ctx.tx(async (tx) => {
    const row = await tx.customer_sessions.findFirst({ where: { id: sessionId } });
    if (!row) return null;
    await tx.customer_sessions.deleteMany({ where: { id: sessionId } });
    return openedTokens(sealer, row)?.idToken ?? null;
  });
}

/** Takes away what is over: nobody can go on with it, and it holds tokens. */
export async function sweepSessions(ctx: ShopContext): Promise<void> {
  await ctx.tx((tx) => tx.customer_sessions.deleteMany({ where: { ends_at: { lte: ctx.clock.now() } } }));
}

/** Ends every sign-in of a customer who is to be forgotten. */
export async function forgetSessions(tx: ShopTx, customerId: string): Promise<void> {
  await tx.customer_sessions.deleteMany({ where: { customer_id: customerId } });
}

async function living(ctx: ShopContext, sessionId: string): Promise<SessionRow | null> {
  return ctx.tx((tx) => tx.customer_sessions.findFirst({ where: { id: sessionId, ends_at: { gt: ctx.clock.now() } } }));
}

const isStale = ({ access_ends_at }: SessionRow, now: Date): boolean => after(now, minute) >= access_ends_at;

function sealedTokens(sealer: Sealer, { accessEndsAt, ...tokens }: AccountTokens) {
  return { sealed_tokens: sealer.seal(JSON.stringify(tokens)), access_ends_at: accessEndsAt };
}

/** Null where the key they were sealed with is gone: nobody can go on with them. */
function openedTokens(sealer: Sealer, row: SessionRow): AccountTokens | null {
  try {
    return { ...tokensShape.parse(JSON.parse(sealer.open(row.sealed_tokens))), accessEndsAt: row.access_ends_at };
  } catch {
    return null;
  }
}

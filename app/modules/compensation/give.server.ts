import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { AnyChain } from './chain/chain.ts';
import { beginChain, unmakeChain, type NewChain } from './chain/begin-chain.server.ts';
import type { Compensation, LedgerRefusal, OrderWorth } from './ledger.ts';
import { refundChain, type OrderRefund } from './refund-chain.server.ts';
import { reserve } from './reserve.server.ts';
import { storeCreditChain, type StoreCreditGift } from './store-credit-chain.server.ts';

/** Something to be given, with what of the order it is counted against. */
export interface Gift<Input> extends Omit<NewChain<Input>, 'orderId'> {
  worth: OrderWorth;
  wanted: readonly Compensation[];
  goodwillLimit: number;
}

/** What became of a gift. `busy`: the chain that must be done or decided first. */
export type Begun = { state: 'begun' | 'busy'; chainId: string } | { state: 'refused'; refusal: LedgerRefusal };

/**
 * Reserves in the ledger and writes down what is meant, in the caller's transaction; nothing is sent before it commits. A wish that is
 * known already reserves nothing more; where the ledger refuses, nothing is left of it.
 */
export async function give<Input>(tx: ShopTx, kind: AnyChain & { read(input: Input): Input }, gift: Gift<Input>): Promise<Begun> {
  const { worth, wanted, goodwillLimit, source, actor, at } = gift;
  const { is, chainId } = await beginChain(tx, kind, { ...gift, orderId: worth.orderId });
  if (is === 'busy') return { state: 'busy', chainId };
  if (is === 'known') return { state: 'begun', chainId };
  const refusal = await reserve(tx, { chainId, worth, wanted, goodwillLimit, source, actor, at });
  if (!refusal) return { state: 'begun', chainId };
  await unmakeChain(tx, chainId);
  return { state: 'refused', refusal };
}

/** Refunds an order, on its payments or as store credit. */
export function giveRefund(tx: ShopTx, gift: Gift<OrderRefund>): Promise<Begun> {
  return give(tx, refundChain, gift);
}

/** Gives store credit of the shop's own. */
export function giveStoreCredit(tx: ShopTx, gift: Gift<StoreCreditGift>): Promise<Begun> {
  return give(tx, storeCreditChain, gift);
}

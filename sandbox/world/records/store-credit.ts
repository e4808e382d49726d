import type { Gid } from '#sandbox/contract.ts';
import type { Money } from './money.ts';

/** Money put in or taken out of an account. */
export interface StoreCreditTransactionRecord {
  id: Gid;
  kind: 'CREDIT' | 'DEBIT';
  event: 'ADJUSTMENT' | 'ORDER_REFUND';
  /** Negative when taken out. */
  amount: Money;
  balanceAfter: Money;
  /** What of a credit is not spent yet; zero for a debit. */
  remaining: Money;
  expiresAt: string | null;
  /** The order's transaction it came from. */
  originId: Gid | null;
  createdAt: string;
}

/** What a customer may spend in the shop, in one currency. */
export interface StoreCreditAccountRecord {
  id: Gid;
  customerId: Gid;
  balance: Money;
  transactions: StoreCreditTransactionRecord[];
}

/** Money on a code. */
export interface GiftCardRecord {
  id: Gid;
  code: string;
  customerId: Gid | null;
  initialValue: Money;
  balance: Money;
  note: string | null;
  expiresOn: string | null;
  createdAt: string;
  updatedAt: string;
}

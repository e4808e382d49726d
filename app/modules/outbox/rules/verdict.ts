import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { HeldBy } from '../message.ts';
import type { Message } from '../store.server.ts';
import type { Voice } from '../voice-setting.ts';

/** What a rule says of a message whose turn it is. */
export type Verdict = 'go' | { drop: HeldBy; because: string } | { wait: Date; for: HeldBy; because: string; expires?: Date };

/** What a rule may look at besides the messages. */
export interface Hearing {
  tx: ShopTx;
  shop: ShopContext['shop'];
  voice: Voice;
  now: Date;
}

/** One reason why a message may have to wait or to stay: what it takes to know is read for all of them at once, then each is judged. */
export type Rule = (hearing: Hearing, messages: readonly Message[]) => Promise<(message: Message) => Verdict>;

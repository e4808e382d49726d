import { accessSetting, type Access } from '#app/modules/access/index.server.ts';
import { portalIsOpen } from '#app/modules/returns/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { readPageWishes, type PageWishes } from '#app/modules/tracking/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openDraft, type Draft } from './draft-store.server.ts';
import { giftSetting } from './gift-setting.ts';

/** What decides whom the portal lets in, read at once. */
export interface Gate {
  isOpen: boolean;
  /** Whether recipients of gifts may exchange them. */
  gifts: boolean;
  access: Access;
  wishes: PageWishes;
  /** Of the order that is asked for; null where it is not there, or none is. */
  draft: Draft | null;
}

/** Reads the shop's wishes, and the order's draft where a key names one, in one transaction. */
export function readGate({ clock, tx: run }: Pick<ShopContext, 'clock' | 'tx'>, order: { orderId: string; gift: boolean } | null): Promise<Gate> {
  return run(async (tx) => ({
    isOpen: await portalIsOpen(tx),
    gifts: (await readSetting(tx, giftSetting)).value.on,
    access: (await readSetting(tx, accessSetting)).value,
    wishes: await readPageWishes(tx),
    draft: order === null ? null : await openDraft(tx, { ...order, now: clock.now() }),
  }));
}

import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { WordedMail } from '#app/modules/own-words/index.server.ts';
import { announcementMail, isAnnounced } from '#app/modules/peak/index.server.ts';
import { receiptMail, receiptSetting } from '#app/modules/problems/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { FurtherKind } from './further-kinds.ts';

interface FurtherMail {
  mail: WordedMail;
  /** What the outbox calls it. */
  sentAs: string;
  isOn(tx: ShopTx, ctx: Pick<ShopContext, 'shop' | 'clock'>): Promise<boolean>;
}

/** The mails of other rooms, as they describe them. */
export const furtherMails: Readonly<Record<FurtherKind, FurtherMail>> = {
  problem_received: { mail: receiptMail, sentAs: 'problems.received', isOn: async (tx) => (await readSetting(tx, receiptSetting)).value.on },
  peak_announcement: { mail: announcementMail, sentAs: 'peak.announcement', isOn: isAnnounced },
};

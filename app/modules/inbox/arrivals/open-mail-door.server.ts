import type { Database } from '#app/platform/db/database.server.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import type { Limits } from '#app/platform/limits/limits.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import { openSmtpDoor, type SmtpDoor, type SmtpDoorOptions } from '#app/platform/mail-in/smtp-door.server.ts';
import { whoVouches } from '#app/platform/mail-in/who-vouches.server.ts';
import type { ShopRegistry } from '#app/platform/shops/shop-registry.server.ts';
import { mailboxAt, type MailboxPlace } from '../mailboxes/mailbox-at.server.ts';
import { takeMail } from './take-mail.server.ts';

export interface MailDoorNeeds {
  door: { port: number; name: string; isBehindProxy?: boolean; certificate: { key: string; cert: string } | null };
  database: Pick<Database, 'pool'>;
  shops: Pick<ShopRegistry, 'contextOf'>;
  files: FileStore;
  limits: Pick<Limits, 'take'>;
  log: Logger;
  patience?: SmtpDoorOptions<MailboxPlace>['patience'];
}

/** Opens our mail server to the mailboxes of all shops. A mail to several addresses of one shop is one arrival. */
export function openMailDoor({ door, database, shops, files, limits, log, patience }: MailDoorNeeds): Promise<SmtpDoor> {
  return openSmtpDoor<MailboxPlace>({
    ...door,
    ...(patience ? { patience } : {}),
    log,
    boxOf: (address) => mailboxAt(database, address, door.name),
    async mayWrite({ shopId }, sender, ip) {
      // One after the other: who is told to wait uses up nothing of what others have.
      for (const [name, key] of [['mail-sender', `${shopId}:${sender || ip}`], ['mail-caller', `${shopId}:${ip}`], ['mail-shop', String(shopId)]] as const) {
        if (!(await limits.take(name, key)).allowed) return false;
      }
      return true;
    },
    async take({ from, to, bytes, client }, boxes) {
      const vouched = await whoVouches(bytes, { from, client });
      for (const shopId of new Set(boxes.map((box) => box.shopId))) {
        const ctx = await shops.contextOf(shopId);
        const mine = boxes.find((box) => box.shopId === shopId);
        if (!ctx || !mine) continue;
        const addresses = to.filter((_, at) => boxes[at]?.shopId === shopId);
        await takeMail(ctx, files, { mailboxId: mine.mailboxId, source: 'door', envelope: { from, to: addresses }, bytes, vouched });
      }
    },
  });
}

import { returnNoticesOn } from '#app/modules/notices/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { PortalAnswer } from './portal-answer.ts';
import { noMails, type Mails } from './mails.ts';

/** What a page may promise by email; nothing to a recipient, for mails go to the customer. Only asked where a page speaks of it. */
export function mailsFor({ tx: run }: Pick<ShopContext, 'tx'>, { kind }: PortalAnswer, gift: boolean): Mails | Promise<Mails> {
  if (gift || (kind !== 'step' && kind !== 'request')) return noMails;
  return run(async (tx) => {
    const on = await returnNoticesOn(tx);
    return { making: on.return_approved, asked: on.return_approved && on.return_declined, label: on.return_label, travelling: on.return_received };
  });
}

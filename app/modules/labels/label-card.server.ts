import { randomUUID } from 'node:crypto';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { labelAccountsSetting } from './accounts/label-accounts.ts';
import { labelLinks, labelsOf, type LabelView } from './labels-of.server.ts';
import { labelServices, type LabelService } from './way-back.ts';

/** What the card of a return's label shows. */
export interface LabelCardView {
  returnId: string;
  labels: (LabelView & { links: ReturnType<typeof labelLinks> })[];
  /** Accounts that a label may be bought with now. */
  services: LabelService[];
  currency: string;
  /** Names what is done from this page as it was shown, so that a second click is no second act. */
  key: string;
}

/** The way back of a return, those it replaced, and what people may do about it. */
export async function labelCard(ctx: ShopContext, returnId: string, secret: string): Promise<LabelCardView> {
  return ctx.tx(async (tx) => {
    const { value: accounts } = await readSetting(tx, labelAccountsSetting);
    const labels = await labelsOf(tx, returnId);
    return {
      returnId,
      labels: labels.map((label) => ({ ...label, links: labelLinks(ctx.shop, label, secret) })),
      services: labelServices.filter((service) => accounts[service] !== null),
      currency: ctx.shop.currency,
      key: randomUUID(),
    };
  });
}

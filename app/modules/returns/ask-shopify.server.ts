import { gid } from '#app/kernel/ids.ts';
import { ApproveReturnDocument, CancelReturnDocument, CloseReturnDocument, DeclineReturnDocument, ReopenReturnDocument, type ReturnDeclineReason } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** What is to be done to a return, with what Shopify needs to know for it. */
export type ActInput =
  | { act: 'approve'; notify: boolean }
  | { act: 'decline'; reason: ReturnDeclineReason; note: string | null; notify: boolean }
  | { act: 'cancel' | 'close' | 'reopen' };

/** Asks Shopify to do it, once. Throws as the client does. */
export async function askShopify({ admin }: Pick<ShopContext, 'admin'>, returnId: string, input: ActInput): Promise<void> {
  const id = gid('Return', returnId);
  switch (input.act) {
    case 'approve':
      await admin.run(ApproveReturnDocument, { id, notify: input.notify });
      break;
    case 'decline':
      await admin.run(DeclineReturnDocument, { id, reason: input.reason, note: input.note, notify: input.notify });
      break;
    case 'cancel':
      await admin.run(CancelReturnDocument, { id });
      break;
    case 'close':
      await admin.run(CloseReturnDocument, { id });
      break;
    case 'reopen':
      await admin.run(ReopenReturnDocument, { id });
  }
}

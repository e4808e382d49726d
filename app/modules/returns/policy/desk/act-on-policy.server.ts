import { unknownIntent } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { turnPortal } from '../portal/turn-portal.server.ts';
import { discardDraft, undoDraft } from '../store/edit-draft.server.ts';
import { publishPolicy } from '../store/publish-policy.server.ts';
import { numberIn, said, type Asked } from './answer.server.ts';
import { keepEdit } from './keep-edit.server.ts';
import type { PolicyAnswer } from './views.ts';

/** What the merchant does on the page of the policy, on what they saw of it; what cannot be is said and changes nothing. */
export function actOnPolicy(ctx: ShopContext, { form, by }: Asked): Promise<PolicyAnswer> {
  const intent = String(form.get('intent'));
  const after = numberIn(form, 'after');
  const id = String(form.get('id'));
  return said(ctx, { did: intent, by }, async () => {
    switch (intent) {
      case 'move':
        return keepEdit(ctx, { do: 'move', id, by: numberIn(form, 'by') }, { after, by });
      case 'remove':
        return keepEdit(ctx, { do: 'remove', id }, { after, by });
      case 'undo':
        return undoDraft(ctx, { after });
      case 'discard':
        return discardDraft(ctx, { after });
      case 'publish':
        return publishPolicy(ctx, { after, by });
      case 'open-portal':
      case 'close-portal':
        return turnPortal(ctx, { open: intent === 'open-portal', version: numberIn(form, 'version'), by });
      default:
        throw unknownIntent();
    }
  });
}

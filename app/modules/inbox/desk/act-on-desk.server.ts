import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeMany, type ManyChanged } from './change-many.server.ts';
import { keepView, removeView, type ViewAnswer } from './saved-views.server.ts';

/** Does what a form of the desk asks for. */
export async function actOnDesk(ctx: ShopContext, asked: { form: FormData; staffId: string | null }): Promise<ManyChanged | ViewAnswer> {
  const intent = asked.form.get('intent');
  if (intent === 'keep-view') return keepView(ctx, asked);
  if (intent === 'remove-view') return removeView(ctx, asked);
  return changeMany(ctx, asked);
}

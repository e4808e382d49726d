import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { saveSetting } from '#app/modules/settings/index.server.ts';
import { endProfile } from './end-profile.server.ts';
import { previewPeak } from './preview-peak.server.ts';
import { peakSetting } from './profile.ts';
import { suggestLastOrders } from './suggest-last-orders.server.ts';

/** What a merchant does on the page of busy times: save the plan, end a profile, have last days worked out, or look at it before. */
export async function actOnPeak(ctx: ShopContext, form: FormData, { by }: { by: string | null }) {
  const text = (name: string) => String(form.get(name) ?? '');
  switch (form.get('intent')) {
    case 'save-peak':
      return saveSetting(ctx, peakSetting, form, { by });
    case 'end':
      return endProfile(ctx, { id: text('id'), by });
    case 'suggest':
      return suggestLastOrders(ctx, parsed(text('value')));
    case 'preview':
      return previewPeak(ctx, { profile: parsed(text('value')), locale: text('locale') });
    default:
      throw new ExpectedError('unknown_intent', 400, 'There is no such action.');
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

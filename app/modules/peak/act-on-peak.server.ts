import { unknownIntent } from '#app/kernel/errors.ts';
import { readJson } from '#app/kernel/json.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { saveSetting } from '#app/modules/settings/index.server.ts';
import { endProfile } from './end-profile.server.ts';
import { planChanged } from './plan-changed.server.ts';
import { previewAnnouncement, previewBanner, previewNote } from './preview-peak.server.ts';
import { peakSetting } from './profile.ts';
import { suggestLastOrders } from './suggest-last-orders.server.ts';

interface Needs {
  by: string | null;
  /** Writes a notice as it would be with this note. */
  showNotice(asked: { kind: string; locale: string; order: null; note: string | null }): Promise<{ subject: string; html: string }>;
}

/** What a merchant does on the page of busy times: save the plan, end a profile, have last days worked out, or look at it before. */
export async function actOnPeak(ctx: ShopContext, form: FormData, { by, showNotice }: Needs) {
  const text = (name: string) => String(form.get(name) ?? '');
  switch (form.get('intent')) {
    case 'save-peak':
      return saveSetting(ctx, peakSetting, form, { by, afterwards: (tx) => planChanged(tx, ctx.shop.ianaTimezone) });
    case 'end':
      return endProfile(ctx, { id: text('id'), by });
    case 'suggest':
      return suggestLastOrders(ctx, readJson(text('value')));
    case 'preview':
      return previewBanner(ctx, { profile: readJson(text('value')), locale: text('locale') });
    case 'preview-notice': {
      const notice = { kind: text('kind'), locale: text('locale') };
      const { subject, html } = await showNotice({ ...notice, order: null, note: previewNote({ ...notice, profile: readJson(text('value')) }) });
      return { notice: { ...notice, subject, html } };
    }
    case 'preview-announcement':
      return ctx.tx((tx) => previewAnnouncement(tx, ctx, { profile: readJson(text('value')), locale: text('locale') }));
    default:
      throw unknownIntent();
  }
}

import { hasWhatsApp } from '#app/modules/sending/index.server.ts';
import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { templatesSetting, type TemplatesSetting } from './whatsapp-templates.ts';

/** What the page of WhatsApp templates shows. */
export interface TemplatesView {
  templates: Current<TemplatesSetting>;
  /** False while there is no number to send them from. */
  connected: boolean;
}

export function templatesView(ctx: ShopContext): Promise<TemplatesView> {
  return ctx.tx(async (tx) => ({ templates: await readSetting(tx, templatesSetting), connected: await hasWhatsApp(tx) }));
}

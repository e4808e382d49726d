import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { ExpectedError } from '#app/kernel/errors.ts';
import { trials } from '../own-words/variables.ts';
import { numberOf, queueTest } from '../send-test-notice.server.ts';
import { templatesSetting } from './whatsapp-templates.ts';

/** Sends a saved template with sample values to a number of the merchant's: what Meta says to it is seen among the messages. */
export async function tryTemplate(ctx: ShopContext, { at, to }: { at: number; to: string }): Promise<{ queuedTo: string }> {
  const template = (await ctx.tx((tx) => readSetting(tx, templatesSetting))).value.templates[at];
  if (!template) throw new ExpectedError('unknown_template', 404, 'There is no such template.');
  const sample = { ...trials[0], shop_name: ctx.shop.name, tracking_url: ctx.shop.primaryUrl };
  const values = template.values.map((name) => [Reflect.get(sample, name)].flat().join(', '));
  const text = `${template.name} (${template.language}): ${values.join(' · ')}`;
  return queueTest(ctx, { channel: 'whatsapp', to: numberOf(to), locale: template.locale, text, payload: { template: template.name, language: template.language, values } });
}

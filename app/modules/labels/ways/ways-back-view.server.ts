import { numericId } from '#app/kernel/ids.ts';
import { customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import { AdminApiError } from '#app/platform/shopify/errors.ts';
import { ReturnLocationsDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { labelAccountsSetting } from '../accounts/label-accounts.ts';
import { labelAdapters } from '../adapters/label-adapters.server.ts';
import { labelServices, type LabelService } from '../way-back.ts';
import { packingFor } from './ways-back.server.ts';
import { waysBackSetting, type WaysBack } from './ways-back-setting.ts';
import { wayWords } from './words.ts';

/** An account as the settings page shows it; the key is not in it. */
export interface LabelAccountView {
  service: LabelService;
  name: string;
  connected: { keyEnd: string; at: Date } | null;
}

/** How goods come back to a shop, for the page that sets it. */
export interface WaysBackView {
  ways: Current<WaysBack>;
  accounts: LabelAccountView[];
  /** Where Shopify lets us see them. */
  locations: { id: string; name: string }[];
  /** Our own words for packing, language by language. */
  packing: { locale: CustomerLocale; words: string }[];
}

export async function waysBackView(ctx: ShopContext): Promise<WaysBackView> {
  const { ways, accounts } = await ctx.tx(async (tx) => ({ ways: await readSetting(tx, waysBackSetting), accounts: (await readSetting(tx, labelAccountsSetting)).value }));
  const ours = (locale: CustomerLocale) => packingFor('label', { packing: {} }, wayWords([locale])).join('\n');
  return {
    ways,
    accounts: labelServices.map((service) => {
      const account = accounts[service];
      return { service, name: labelAdapters[service].name, connected: account && { keyEnd: account.keyEnd, at: new Date(account.connectedAt) } };
    }),
    locations: await locationsOf(ctx),
    packing: customerLocales.map((locale) => ({ locale, words: ours(locale) })),
  };
}

/** A page of settings opens without them too. */
async function locationsOf({ admin, log }: ShopContext): Promise<WaysBackView['locations']> {
  try {
    const { locations } = await admin.run(ReturnLocationsDocument, {});
    return locations.nodes.map(({ id, name }) => ({ id: numericId('Location', id), name }));
  } catch (error) {
    if (!(error instanceof AdminApiError)) throw error;
    log.warn({ error }, 'locations could not be read');
    return [];
  }
}

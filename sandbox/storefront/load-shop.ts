import { z } from 'zod';
import type { AskShop } from './admin-query.ts';
import { knownCurrencies } from './exchange-rates.ts';

const answer = z.object({
  shop: z.object({
    name: z.string(),
    email: z.string(),
    currencyCode: z.string(),
    taxesIncluded: z.boolean(),
    shopAddress: z.object({ countryCodeV2: z.string().nullable() }),
    enabledPresentmentCurrencies: z.array(z.string()),
    shopPolicies: z.array(z.object({ type: z.string(), title: z.string(), body: z.string() })),
  }),
  shopLocales: z.array(z.object({ locale: z.string(), primary: z.boolean(), published: z.boolean() })),
});

/** A policy page of the shop. */
interface Policy {
  handle: string;
  title: string;
  body: string;
}

/** What every page of the storefront shows of the shop. */
export interface Shop {
  name: string;
  email: string;
  currency: string;
  currencies: string[];
  /** The one market of the sandbox: where the shop is. */
  country: string | null;
  taxesIncluded: boolean;
  locales: { locale: string; primary: boolean }[];
  policies: Policy[];
}

/** Reads the shop with its published languages, the primary one first. */
export async function loadShop(ask: AskShop): Promise<Shop> {
  const { shop, shopLocales } = await ask(
    answer,
    `query StorefrontShop {
      shop { name email currencyCode taxesIncluded shopAddress { countryCodeV2 } enabledPresentmentCurrencies shopPolicies { type title body } }
      shopLocales(published: true) { locale primary published }
    }`,
  );
  const locales = shopLocales.filter((entry) => entry.published || entry.primary);
  return {
    name: shop.name,
    email: shop.email,
    currency: shop.currencyCode,
    currencies: [...new Set([shop.currencyCode, ...shop.enabledPresentmentCurrencies])].filter((code) => knownCurrencies.includes(code)),
    country: shop.shopAddress.countryCodeV2,
    taxesIncluded: shop.taxesIncluded,
    locales: locales.sort((a, b) => Number(b.primary) - Number(a.primary)),
    policies: shop.shopPolicies
      .filter((policy) => policy.body !== '')
      .map((policy) => ({ handle: policy.type.toLowerCase().replaceAll('_', '-'), title: policy.title, body: policy.body })),
  };
}

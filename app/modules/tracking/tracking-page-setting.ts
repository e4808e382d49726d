import { z } from 'zod';
import { customerLocales } from '#app/kernel/locales.ts';
import { changeSetting, type Current, type Setting } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** Pages of a shop's own policies, as Shopify addresses them. */
export const policyHandles = ['refund-policy', 'shipping-policy', 'terms-of-service', 'privacy-policy'] as const;
export type PolicyHandle = (typeof policyHandles)[number];

/** A path of the storefront (`/pages/contact`), a web address, or nothing. */
const place = z.union([z.literal(''), z.string().trim().max(500, 'tooLong').regex(/^(\/(?!\/)[^\s]*|https:\/\/[^\s]+)$/, 'address')], 'address');
const texts = z.partialRecord(z.enum(customerLocales), z.string().trim().max(500, 'tooLong'));

export const trackingPageSchema = z.object({
  /** Above the form, by language; ours where empty. */
  heading: texts,
  intro: texts,
  /** `#2e8b57`; the theme's or ours where empty. */
  accent: z.union([z.literal(''), z.string().regex(/^#[0-9a-f]{6}$/i, 'colour')], 'colour'),
  /** Roundness of cards in pixels. */
  radius: z.coerce.number('number').int('number').min(0, 'tooSmall').max(32, 'tooLarge'),
  showCarrierLink: z.boolean(),
  /** Our contact form where empty. */
  contactUrl: place,
  /** No way to a return is shown where empty. */
  returnUrl: place,
  /** Policies that exist in the shop and are to be named. */
  policies: z.array(z.enum(policyHandles)).max(policyHandles.length),
  /** Handle of a collection of which four products are shown; none where empty. */
  recommendedCollection: z.union([z.literal(''), z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,254}$/u, 'handle')], 'handle'),
});

export type TrackingPage = z.infer<typeof trackingPageSchema>;

/** How the tracking page speaks and looks, as the merchant set it. */
export const trackingPageSetting: Setting<TrackingPage> = {
  name: 'tracking-page',
  schema: trackingPageSchema,
  initial: { heading: {}, intro: {}, accent: '', radius: 12, showCarrierLink: true, contactUrl: '', returnUrl: '', policies: [], recommendedCollection: '' },
};

/** Stores how the page is to be; throws `conflict` where somebody else was faster. */
export function saveTrackingPage(ctx: ShopContext, change: { value: TrackingPage; version: number; by: string | null }): Promise<Current<TrackingPage>> {
  return changeSetting(ctx, trackingPageSetting, change);
}

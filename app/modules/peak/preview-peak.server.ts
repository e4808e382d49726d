import { ExpectedError } from '#app/kernel/errors.ts';
import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readBrand } from '#app/modules/brand/index.server.ts';
import { inOwnWords } from '#app/modules/own-words/index.server.ts';
import { renderCustomerMail } from '#app/modules/outbox/index.server.ts';
import { announcedAt, writeAnnouncement } from './announcement/announcement.ts';
import { announcementMail } from './announcement/announcement-mail.server.ts';
import { bannerIn } from './banner/banner-of.ts';
import { renderBanner } from './banner/render-banner.server.tsx';
import { spanOf } from './in-force.ts';
import { noteIn } from './note-for.ts';
import { shownPart } from './profile.ts';

interface Draft {
  /** A profile as it is being written. */
  profile: unknown;
  locale: string;
}

/** The banner of a profile that is being written: as customers see it now, or on its first day where that is still to come. */
export function previewBanner(ctx: ShopContext, { profile, locale }: Draft): { banner: string } {
  const shown = read(profile);
  const { ianaTimezone: zone } = ctx.shop;
  const { from } = spanOf(shown, zone);
  const now = ctx.clock.now() > from ? ctx.clock.now() : from;
  const language = bestLocale([locale, ...ctx.shop.locales], customerLocales);
  return { banner: renderBanner(bannerIn(shown, { zone, locale: language, now }), language) };
}

/** The announcement of that profile to a customer in its first country, as it will be on its day. */
export async function previewAnnouncement(tx: ShopTx, { shop, clock }: ShopContext, { profile, locale }: Draft): Promise<{ announcement: { subject: string; html: string; locale: string } }> {
  const shown = read(profile);
  const day = announcedAt(shown, shop.ianaTimezone);
  const now = day !== null && day > clock.now() ? day : clock.now();
  const { values, plain, around } = writeAnnouncement({ name: '', ...shown }, { locale, country: shown.lastOrders[0]?.country ?? null }, { shop, now });
  const core = await inOwnWords(tx, { kind: announcementMail.kind, locale: around.locale, now: clock.now() }, values, plain);
  const { html } = renderCustomerMail({ ...around, ...core }, await readBrand(tx, shop));
  return { announcement: { subject: core.subject, html, locale: around.locale } };
}

/** What a notice of a kind would add to its text in that profile. */
export function previewNote({ profile, locale, kind }: Draft & { kind: string }): string | null {
  return noteIn(read(profile), { kind, locale });
}

function read(profile: unknown) {
  const found = shownPart.safeParse(profile);
  if (!found.success) throw new ExpectedError('invalid_profile', 400, 'This is no profile.');
  return found.data;
}

import { readBrand } from '#app/modules/brand/index.server.ts';
import { inOwnWords } from '#app/modules/own-words/index.server.ts';
import { queueMessages, renderCustomerMail, type OutgoingMessage } from '#app/modules/outbox/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { announceKey, announcePeakJob } from '../jobs.ts';
import { peakSetting, type PeakProfile } from '../profile.ts';
import { spanOf } from '../in-force.ts';
import { announcedAt, writeAnnouncement } from './announcement.ts';
import { announcementMail } from './announcement-mail.server.ts';
import { subscribersAfter, type Subscriber } from './audience.server.ts';

const atOnce = 100;

/** Writes the announcement of a profile to those who agreed, a page at a time, each of them once for ever. What is no longer planned, or not yet due, is left. */
export async function announcePeak(ctx: ShopContext, { id, after }: { id: string; after: string }): Promise<void> {
  await ctx.tx(async (tx) => {
    const { value: profiles } = await readSetting(tx, peakSetting);
    const profile = profiles.find((one) => one.id === id);
    const now = ctx.clock.now();
    if (!profile || !isDue(profile, ctx.shop.ianaTimezone, now)) return;
    const page = await subscribersAfter(tx, after, atOnce);
    await tell(tx, ctx, profile, page);
    const last = page.at(-1);
    if (last && page.length === atOnce) await enqueue(tx, announcePeakJob, { id, after: last.id }, { key: announceKey(id, last.id) });
  });
}

function isDue(profile: PeakProfile, zone: string, now: Date): boolean {
  const at = announcedAt(profile, zone);
  return at !== null && at <= now && now < spanOf(profile, zone).until;
}

async function tell(tx: ShopTx, { shop, clock }: ShopContext, profile: PeakProfile, page: readonly Subscriber[]): Promise<void> {
  const brand = await readBrand(tx, shop);
  const now = clock.now();
  const written = new Map<string, Awaited<ReturnType<typeof write>>>();
  const write = async (subscriber: Subscriber) => {
    const { locale, expiresAt, reason, values, plain, around } = writeAnnouncement(profile, subscriber, { shop, now });
    const core = await inOwnWords(tx, { kind: announcementMail.kind, locale, now }, values, plain);
    return { locale, expiresAt, reason, subject: core.subject, ...renderCustomerMail({ ...around, ...core }, brand) };
  };
  const messages: OutgoingMessage[] = [];
  for (const subscriber of page) {
    // Few languages and countries are among many people.
    const form = `${subscriber.locale} ${subscriber.country}`;
    const message = written.get(form) ?? (await write(subscriber));
    written.set(form, message);
    const topic = `peak:${profile.id}:${subscriber.id}`;
    messages.push({ channel: 'email', kind: 'peak.announcement', category: 'announcement', topic, dedupeKey: topic, to: subscriber.email, customerId: subscriber.id, ...message });
  }
  await queueMessages(tx, messages);
}

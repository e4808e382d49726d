import { z } from 'zod';
import { roughZones, zoneOfPlace } from '#app/modules/carriers/index.server.ts';
import type { Message } from '../store.server.ts';
import { isUrgent, type Voice } from '../voice-setting.ts';
import { morningAfter } from './morning.ts';
import type { Hearing, Rule } from './verdict.ts';

const destination = z.object({ countryCode: z.string(), province: z.string().nullish(), city: z.string().nullish(), zip: z.string().nullish() });

/** At night, where the parcel goes, nothing leaves that does not have to. */
export const quietHours: Rule = async (hearing, messages) => {
  const { voice } = hearing;
  const sleeps = (message: Message) => !isUrgent(voice, message) && keepsNight(message.channel, voice);
  const zoneOf = await zonesOfOrders(hearing, messages.filter(sleeps));
  return (message) => {
    if (!sleeps(message)) return 'go';
    const zone = zoneOf(message.order_id);
    const morning = morningAfter(hearing.now, zone, voice);
    return morning ? { wait: morning, for: 'quiet_hours', because: `It is night for the customer (${zone}).` } : 'go';
  };
};

/** WhatsApp rings as a text message does; Klaviyo and Flow decide for themselves when they write. */
function keepsNight(channel: string, { quietSms, quietEmail }: Voice): boolean {
  if (channel === 'email') return quietEmail;
  return (channel === 'sms' || channel === 'whatsapp') && quietSms;
}

/** The clock where an order goes; the shop's own where nobody can tell. */
async function zonesOfOrders({ tx, shop }: Hearing, messages: readonly Message[]): Promise<(orderId: string | null) => string> {
  const ids = messages.flatMap(({ order_id }) => order_id ?? []);
  const rows = ids.length === 0 ? [] : await tx.orders.findMany({ where: { id: { in: ids } }, select: { id: true, shipping_address: true } });
  const addresses = new Map(rows.map(({ id, shipping_address }) => [id, shipping_address]));
  return (orderId) => {
    const read = destination.safeParse(orderId === null ? null : addresses.get(orderId));
    if (!read.success) return shop.ianaTimezone;
    const { countryCode, province, city, zip } = read.data;
    const known = { country: countryCode, province: province ?? null, city: city ?? null, zip: zip ?? null };
    return zoneOfPlace(known) ?? roughZones[countryCode] ?? shop.ianaTimezone;
  };
}

import { after, hour } from '#app/kernel/time.ts';
import { giftKey } from '#app/modules/access/index.server.ts';
import { findOrderForRecipient } from '#app/modules/orders/index.server.ts';
import type { NotLookedUp, TrackingWords } from '#app/modules/tracking/index.pure.ts';
import { guardedLookUp } from '#app/modules/tracking/index.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import type { GiftForm } from './gift-form.ts';
import type { PortalNeeds } from './portal-needs.ts';
import type { PortalWords } from './words.ts';

const keyLife = hour;
const longest = { order: 40, postalCode: 20, lastName: 80 };

type Found = { kind: 'key'; key: string; orderId: string } | { kind: 'gift'; form: GiftForm } | NotLookedUp;

/** Looks up the order that was sent to who names it, under the limits of every look-up: what is not theirs and what is not there are answered alike. */
export async function lookUpGift(fields: URLSearchParams, { ctx, visitor }: ProxyRequest, { say, t }: { say: PortalWords['t']; t: TrackingWords['t'] }, { limits, secrets, browser }: PortalNeeds): Promise<Found> {
  const typed = { order: field(fields, 'order'), postalCode: field(fields, 'postalCode'), lastName: field(fields, 'lastName') };
  const errors = {
    ...(typed.order === '' ? { order: t('form.orderMissing') } : {}),
    ...(typed.postalCode === '' ? { postalCode: say('gift.postalCodeMissing') } : {}),
    ...(typed.lastName === '' ? { lastName: say('gift.lastNameMissing') } : {}),
  };
  if (Object.keys(errors).length > 0) return { kind: 'gift', form: { ...typed, errors } };
  const lookUp = async () => {
    const orderId = await findOrderForRecipient(ctx, { number: typed.order, postalCode: typed.postalCode, lastName: typed.lastName });
    if (orderId === null) return null;
    const key = giftKey(ctx.shop, { orderId, expiresAt: after(ctx.clock.now(), keyLife) }, secrets[0]);
    return { answer: { kind: 'key' as const, key, orderId }, name: orderId };
  };
  return guardedLookUp<never, Found>({ shopId: ctx.shop.id, address: visitor, browser }, limits, lookUp, { kind: 'gift', form: { ...typed, errors: { form: say('gift.miss') } } });
}

function field(fields: URLSearchParams, name: keyof typeof longest): string {
  return (fields.get(name) ?? '').trim().slice(0, longest[name]);
}

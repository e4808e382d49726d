import { randomUUID } from 'node:crypto';
import { notFound } from '#app/kernel/errors.ts';
import { sentAgain, sentAgainFor, type SentAgain } from '#app/modules/compensation/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { moneyRights, type MoneyRights } from './money-rights.server.ts';
import { linesToReship, shortLines, type LineToReship, type OrderToReship, type ReshipReason, type Units } from './order-to-reship.server.ts';
import { findToReship, planReship, reshipObstacle } from './reship-plan.server.ts';
import { reshipSentence } from './reship-sentence.server.ts';
import { sentParcels, type SentParcel } from './sent-parcels.server.ts';
import { suggestedReship } from './suggested-reship.server.ts';
import type { OrderClick } from './tag-order.server.ts';

/** What sending goods again would mean, before anybody clicks. */
export interface ReshipPreview {
  key: string;
  currency: string;
  /** Why nothing of it is sent again; null where it may be. */
  obstacle: ReturnType<typeof reshipObstacle> | 'again';
  /** The order whose goods these were sent again for; it is the one to send from. */
  sentFor: string | null;
  /** Where it goes, line by line, and in which country. */
  address: string[];
  country: string | null;
  /** Whether it has a customer, whose default address Shopify makes it. */
  hasCustomer: boolean;
  lines: (Pick<LineToReship, 'id' | 'sent' | 'stock' | 'title'> & { chosen: number; isGone: boolean; isShort: boolean })[];
  /** Why, as far as it can be told; null where nothing speaks for sending anything again. */
  reason: ReshipReason | null;
  /** Where its parcels are, and what went out with each. */
  parcels: SentParcel[];
  /** What was sent again already. */
  earlier: (Omit<SentAgain, 'lineId'> & { title: string })[];
  /** What the chosen units are worth, what of that is goodwill, and what of the order is left to give afterwards. */
  amount: number;
  beyond: number;
  leftAfter: number;
  /** Stands for all of this; empty where nothing is chosen. */
  shown: string;
  rights: MoneyRights;
  sentence: string | null;
}

interface Asked extends Pick<OrderClick, 'by' | 'orderId' | 'ticketId'> {
  /** Null: what is likely meant. */
  units: readonly Units[] | null;
}

/** Shows what would be sent again, whereto, and what it counts. Sends nothing; where what is asked for cannot be sent, it shows the sending of nothing. */
export async function previewReship(ctx: ShopContext, { ticketId, orderId, by, units: wished }: Asked): Promise<ReshipPreview> {
  const found = await findToReship(ctx, orderId);
  if (!found) throw notFound('order');
  const sendable = linesToReship(found.order);
  const { units, reason, parcels, earlier, sentFor, rights, plan } = await ctx.tx(async (tx) => {
    const sent = await sentParcels(tx, orderId, ctx.clock.now());
    const [suggested, before] = [await suggestedReship(tx, orderId, sent), await sentAgain(tx, orderId)];
    const oldId = (await sentAgainFor(tx, [orderId])).get(orderId);
    const old = oldId === undefined ? null : await tx.orders.findFirst({ where: { id: oldId }, select: { name: true } });
    const may = await moneyRights(tx, { orderId, staffId: by });
    const chosen = wished ?? suggested.units.flatMap((row) => stillToSend(row, sendable, before));
    const counted = await planReship(tx, found, chosen, may);
    return { units: counted ? chosen : [], reason: suggested.reason, parcels: sent, earlier: before, sentFor: old?.name ?? oldId ?? null, rights: may, plan: counted ?? (await planReship(tx, found, [], may)) };
  });
  const short = shortLines(sendable, units);
  const nameOf = (lineId: string) => sendable.find(({ id }) => id === lineId)?.title ?? found.order.lineItems.nodes.find((line) => line.id.endsWith(`/${lineId}`))?.title ?? '';
  const obstacle = sentFor === null ? reshipObstacle(found) : 'again';
  return {
    key: randomUUID(),
    currency: found.money.currency,
    obstacle,
    sentFor,
    ...whereto(found.order),
    lines: sendable.map(({ id, title, sent, stock, variantId }) => ({ id, title, sent, stock, chosen: units.find((row) => row.id === id)?.quantity ?? 0, isGone: variantId === null, isShort: short.includes(id) })),
    reason,
    parcels,
    earlier: earlier.map(({ lineId, ...rest }) => ({ ...rest, title: nameOf(lineId) })),
    amount: plan?.amount ?? 0,
    beyond: plan?.beyond ?? 0,
    leftAfter: plan ? plan.room.plain - (plan.amount - plan.beyond) : 0,
    shown: units.length > 0 ? (plan?.shown ?? '') : '',
    rights,
    sentence: obstacle === null && units.length > 0 ? await reshipSentence(ctx, { ticketId, orderId, units }) : null,
  };
}

/** What of a suggestion went out, is in the catalogue and was not sent again yet. */
function stillToSend({ id, quantity }: Units, sendable: readonly LineToReship[], earlier: readonly SentAgain[]): Units[] {
  const line = sendable.find((row) => row.id === id && row.variantId !== null);
  const before = earlier.filter(({ lineId }) => lineId === id).reduce((sum, row) => sum + row.units, 0);
  const left = Math.min(quantity, (line?.sent ?? 0) - before);
  return left > 0 ? [{ id, quantity: left }] : [];
}

function whereto({ customer, shippingAddress: to }: OrderToReship): Pick<ReshipPreview, 'address' | 'country' | 'hasCustomer'> {
  const hasCustomer = customer !== null && customer !== undefined;
  if (!to) return { address: [], country: null, hasCustomer };
  const join = (...words: (string | null | undefined)[]) => words.filter(Boolean).join(' ');
  return { address: [join(to.firstName, to.lastName), join(to.company), join(to.address1), join(to.address2), join(to.zip, to.city, to.provinceCode)].filter((line) => line !== ''), country: to.countryCodeV2 ?? null, hasCustomer };
}

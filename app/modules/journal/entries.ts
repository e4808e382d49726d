import { z } from 'zod';

const money = z.object({ minor: z.number().int(), currency: z.string() });
const pair = z.object({ shop: money, presentment: money });
/** True for what happened before the app was installed: told in the story, never announced. */
const imported = { imported: z.boolean().default(false) };
const parcel = { fulfillmentId: z.string(), number: z.string().nullable(), carrier: z.string().nullable() };
const scan = {
  ...imported,
  checkpointId: z.string(),
  fulfillmentId: z.string(),
  status: z.string(),
  message: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
};
/** A calendar day at the destination. */
const day = z.iso.date();
const promise = { shipmentId: z.string().nullable(), from: day, to: day, source: z.string() };
const trouble = { troubleId: z.string(), shipmentId: z.string().nullable(), kind: z.string(), cause: z.string().nullable() };
/** A return by Shopify's number and by its name, as `#1001-R1`. */
const returned = { ...imported, returnId: z.string(), name: z.string() };
const compensation = { compensationId: z.string(), road: z.string(), amount: money };
const message = { messageId: z.string(), channel: z.string(), kind: z.string(), reason: z.string() };

/** A kind of line: what its data holds, and which keys of it may name a person (blanked by redaction). */
interface Definition<Data extends z.ZodType> {
  version: number;
  data: Data;
  personalKeys: readonly (keyof z.infer<Data> & string)[];
}

function line<Data extends z.ZodType>(data: Data, personalKeys: readonly (keyof z.infer<Data> & string)[] = [], version = 1): Definition<Data> {
  return { version, data, personalKeys };
}

/** Every type of line the journal knows, with its newest version. */
export const definitions = {
  'order.placed': line(z.object({ ...imported, total: pair, items: z.number().int() })),
  'order.edited': line(z.object({ ...imported, added: z.number().int(), removed: z.number().int() })),
  'order.cancelled': line(z.object({ ...imported, reason: z.string().nullable() })),
  'order.deleted': line(z.object({})),
  // Goods of it went out again for nothing, as another order, and that other order's word of it.
  'order.sent_again': line(z.object({ ticketId: z.number().int(), items: z.number().int(), reason: z.string(), newId: z.string().nullable(), name: z.string().nullable() })),
  'order.replaces': line(z.object({ items: z.number().int(), reason: z.string(), oldId: z.string(), name: z.string().nullable() })),
  'order.payment': line(z.object({ ...imported, from: z.string().nullable(), to: z.string().nullable() })),
  'order.return': line(z.object({ ...imported, from: z.string().nullable(), to: z.string().nullable() })),
  'fulfillment.created': line(z.object({ ...imported, fulfillmentId: z.string(), name: z.string().nullable(), items: z.number().int(), carrier: z.string().nullable(), numbers: z.array(z.string()) })),
  'fulfillment.cancelled': line(z.object({ ...imported, fulfillmentId: z.string(), name: z.string().nullable() })),
  'shipment.added': line(z.object({ ...imported, ...parcel })),
  'shipment.removed': line(z.object({ ...imported, ...parcel })),
  'shipment.scanned': line(z.object(scan), ['message']),
  'shipment.delivered': line(z.object(scan), ['message']),
  'shipment.exception': line(z.object(scan), ['message']),
  'promise.made': line(z.object({ ...promise, previousTo: day.nullable(), reason: z.string().nullable() })),
  'promise.shown': line(z.object({ ...promise, where: z.string() })),
  'promise.missed': line(z.object({ shipmentId: z.string().nullable(), to: day })),
  'trouble.opened': line(z.object({ ...imported, ...trouble, evidence: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) })),
  'trouble.closed': line(z.object({ ...trouble, outcome: z.string() })),
  'trouble.marked': line(z.object({ ...trouble, mark: z.string().nullable(), reason: z.string().nullable() }), ['reason']),
  'problem.reported': line(z.object({ reportId: z.string(), shipmentId: z.string().nullable(), kind: z.string(), wish: z.string().nullable().default(null), items: z.number().int(), photos: z.number().int(), words: z.string().nullable() }), ['words']),
  'problem.closed': line(z.object({ reportId: z.string(), kind: z.string() })),
  'problem.reopened': line(z.object({ reportId: z.string(), kind: z.string() })),
  // `asCredit` is not written: the ledger is asked for it when the story is read.
  'refund.created': line(z.object({ ...imported, refundId: z.string(), amount: pair, note: z.string().nullable(), asCredit: z.boolean().optional() }), ['note']),
  'return.asked': line(z.object({ requestId: z.string(), items: z.number().int(), outcomes: z.array(z.string()), photos: z.number().int(), exceptions: z.number().int() })),
  'return.withdrawn': line(z.object({ requestId: z.string(), items: z.number().int(), changed: z.boolean() })),
  'return.requested': line(z.object({ ...returned, items: z.number().int(), reasons: z.array(z.string()), words: z.string().nullable() }), ['words']),
  'return.opened': line(z.object({ ...returned, items: z.number().int(), reasons: z.array(z.string()) })),
  'return.approved': line(z.object(returned)),
  'return.declined': line(z.object({ ...returned, reason: z.string().nullable(), note: z.string().nullable() }), ['note']),
  'return.labelled': line(z.object({ ...returned, deliveryId: z.string(), number: z.string().nullable(), carrier: z.string().nullable() })),
  'return.moved': line(z.object({ ...returned, deliveryId: z.string(), number: z.string(), carrier: z.string().nullable() })),
  'return.arrived': line(z.object({ ...returned, deliveryId: z.string(), number: z.string(), carrier: z.string().nullable() })),
  'return.received': line(z.object({ ...returned, items: z.number().int(), disposition: z.string(), place: z.string().nullable() })),
  'return.processed': line(z.object({ ...returned, items: z.number().int() })),
  'return.exchanged': line(z.object({ ...returned, items: z.number().int() })),
  'return.refunded': line(z.object({ ...returned, refundId: z.string() })),
  'return.closed': line(z.object(returned)),
  'return.reopened': line(z.object(returned)),
  'return.cancelled': line(z.object(returned)),
  'compensation.reserved': line(z.object(compensation)),
  'compensation.given': line(z.object(compensation)),
  'compensation.released': line(z.object(compensation)),
  'compensation.stuck': line(z.object({ chainId: z.string(), kind: z.string(), problem: z.string() })),
  // What staff did to the order while they read a conversation.
  'staff.acted': line(z.object({ ticketId: z.number().int(), act: z.string() })),
  'message.sent': line(z.object(message)),
  'message.failed': line(z.object({ ...message, outcome: z.string().nullable() }), ['outcome']),
  'message.unknown': line(z.object(message)),
  'holdout.started': line(z.object({ holdOutId: z.string(), share: z.number().int() })),
  'holdout.ended': line(z.object({ holdOutId: z.string(), endedFor: z.string() })),
} as const;

export type EntryType = keyof typeof definitions;
type EntryData<Type extends EntryType> = z.infer<(typeof definitions)[Type]['data']>;

/** Who told it. */
type EntrySource = 'shopify' | 'customer' | 'staff' | 'app';

/** A line as it is written. `dedupeKey` makes one fact one line, whoever tells it and however often. */
export type NewEntry = {
  [Type in EntryType]: {
    type: Type;
    happenedAt: Date;
    orderId: string | null;
    customerId?: string | null;
    source: EntrySource;
    actor?: string | null;
    data: EntryData<Type>;
    dedupeKey: string;
  };
}[EntryType];

/** A line as it is read. Redacted keys read null. */
export type JournalEntry = {
  [Type in EntryType]: {
    id: string;
    type: Type;
    version: number;
    happenedAt: Date;
    /** Null where the fact is kept elsewhere and has no line of its own. */
    recordedAt: Date | null;
    orderId: string | null;
    customerId: string | null;
    source: EntrySource;
    actor: string | null;
    data: EntryData<Type>;
  };
}[EntryType];

/** Every key, of any type, that may name a person. */
export const personalKeys: readonly string[] = [...new Set(Object.values(definitions).flatMap((definition): readonly string[] => definition.personalKeys))];

/** True for types this build knows; lines of others are kept and left out of stories. */
export function isEntryType(type: string): type is EntryType {
  return Object.hasOwn(definitions, type);
}

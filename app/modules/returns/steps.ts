import type { NewEntry } from '#app/modules/journal/index.server.ts';
import type { ReturnReading, ReturnStatus } from './reading.ts';

/** What was known of a return before a reading. */
export interface HeldReturn {
  status: ReturnStatus;
  closedAt: Date | null;
  /** Units processed so far, of what comes back and of what goes out instead. */
  processed: number;
  exchanged: number;
}

interface Around {
  customerId: string | null;
  /** Shopify's time of the order with this reading: what has no moment of its own happened then. */
  orderUpdatedAt: Date;
  installedAt: Date;
  /** What somebody of the shop did in our own pages just before this reading. */
  done: DoneByStaff | null;
}

/** A step that somebody of the shop took in our own pages. */
export interface DoneByStaff {
  type: 'return.approved' | 'return.declined' | 'return.cancelled' | 'return.closed' | 'return.reopened';
  /** Shopify's id of the person. */
  staff: string | null;
}

/** What a reading says happened, as lines of the story. Their keys name the facts, so a second reading adds none. */
export function stepsOf(held: HeldReturn | null, reading: ReturnReading, around: Around): NewEntry[] {
  return [...begun(reading, around), ...wayBack(reading, around), ...settled(held, reading, around), ...ended(held, reading, around)];
}

/** What every line of a return has. */
function line({ id, name, orderId, createdAt }: ReturnReading, { customerId, orderUpdatedAt, installedAt }: Around, at: Date | null, key: string) {
  const happenedAt = at ?? orderUpdatedAt;
  const entry = { orderId, customerId, happenedAt, source: 'shopify' as const, dedupeKey: `return:${id}:${key}` };
  // What has no moment of its own belongs to the time before the app as its return does, as far as we know.
  return { entry, data: { imported: (at ?? createdAt) < installedAt, returnId: id, name } };
}

function begun(reading: ReturnReading, around: Around): NewEntry[] {
  const items = reading.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const reasons = [...new Set(reading.lines.flatMap(({ reasonName }) => reasonName ?? []))];
  const words = reading.lines.flatMap(({ customerNote }) => customerNote ?? []).join(' · ') || null;
  const wasAsked = reading.requestApprovedAt !== null || reading.status === 'requested' || reading.status === 'declined';
  const first = line(reading, around, reading.createdAt, 'begun');
  const entries: NewEntry[] = wasAsked
    ? [{ ...first.entry, type: 'return.requested', source: 'customer', data: { ...first.data, items, reasons, words } }]
    : [{ ...first.entry, type: 'return.opened', data: { ...first.data, items, reasons } }];
  if (wasAsked && reading.requestApprovedAt) {
    const { entry, data } = line(reading, around, reading.requestApprovedAt, 'approved');
    entries.push({ ...entry, ...tellerOf(around, 'return.approved'), type: 'return.approved', data });
  }
  return entries;
}

function wayBack(reading: ReturnReading, around: Around): NewEntry[] {
  const labels = reading.deliveries.filter(({ number, labelUrl }) => number !== null || labelUrl !== null);
  const dispositions = reading.works.flatMap((work) => work.dispositions);
  return [
    ...labels.map(({ id, number, carrier, labelMadeAt }): NewEntry => {
      const { entry, data } = line(reading, around, labelMadeAt, `labelled:${id}:${number ?? ''}`);
      return { ...entry, type: 'return.labelled', data: { ...data, deliveryId: id, number, carrier } };
    }),
    ...dispositions.map(({ id, type, quantity, locationName, createdAt }): NewEntry => {
      const { entry, data } = line(reading, around, createdAt, `received:${id}`);
      return { ...entry, type: 'return.received', data: { ...data, items: quantity, disposition: type, place: locationName } };
    }),
  ];
}

function settled(held: HeldReturn | null, reading: ReturnReading, around: Around): NewEntry[] {
  const entries: NewEntry[] = [];
  const processed = reading.lines.reduce((sum, row) => sum + row.processed, 0);
  const exchanged = reading.exchangeLines.reduce((sum, row) => sum + row.processed, 0);
  if (processed > (held?.processed ?? 0)) {
    const { entry, data } = line(reading, around, null, `processed:${processed}`);
    entries.push({ ...entry, type: 'return.processed', data: { ...data, items: processed - (held?.processed ?? 0) } });
  }
  if (exchanged > (held?.exchanged ?? 0)) {
    const { entry, data } = line(reading, around, null, `exchanged:${exchanged}`);
    entries.push({ ...entry, type: 'return.exchanged', data: { ...data, items: exchanged - (held?.exchanged ?? 0) } });
  }
  for (const { id, createdAt } of reading.refunds) {
    const { entry, data } = line(reading, around, createdAt, `refunded:${id}`);
    entries.push({ ...entry, type: 'return.refunded', data: { ...data, refundId: id } });
  }
  return entries;
}

function ended(held: HeldReturn | null, reading: ReturnReading, around: Around): NewEntry[] {
  if (held?.status === 'closed' && reading.status === 'open') {
    const { entry, data } = line(reading, around, null, `reopened:${held.closedAt?.toISOString() ?? ''}`);
    return [{ ...entry, ...tellerOf(around, 'return.reopened'), type: 'return.reopened', data }];
  }
  if (reading.status === 'declined') {
    const { entry, data } = line(reading, around, null, 'declined');
    return [{ ...entry, ...tellerOf(around, 'return.declined'), type: 'return.declined', data: { ...data, reason: reading.declineReason, note: reading.declineNote } }];
  }
  if (reading.status === 'canceled') {
    const { entry, data } = line(reading, around, null, 'cancelled');
    return [{ ...entry, ...tellerOf(around, 'return.cancelled'), type: 'return.cancelled', data }];
  }
  if (reading.status !== 'closed') return [];
  const { entry, data } = line(reading, around, reading.closedAt, `closed:${reading.closedAt?.toISOString() ?? ''}`);
  return [{ ...entry, ...tellerOf(around, 'return.closed'), type: 'return.closed', data }];
}

function tellerOf({ done }: Around, type: DoneByStaff['type']): { source: 'staff' | 'shopify'; actor: string | null } {
  return done?.type === type ? { source: 'staff', actor: done.staff } : { source: 'shopify', actor: null };
}

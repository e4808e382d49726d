import { dayIn } from '#app/kernel/time.ts';
import type { ReturnView } from '#app/modules/returns/index.server.ts';
import type { Fact } from './fact.ts';
import type { NoticeKind } from './kinds.ts';
import type { NoticeOrder } from './read-order.server.ts';
import type { ReturnTold } from './return-told.ts';

/** What is told of returns. */
export const returnKinds = ['return_approved', 'return_label', 'return_received', 'return_refunded', 'return_declined'] as const satisfies readonly NoticeKind[];

/** The fact that a return was approved. */
export const approvalKey = ({ id }: Pick<ReturnTold, 'id'>) => `return_approved:${id}`;

/** What is true of an order's returns and can be told; nothing of a return that was cancelled. */
export function returnFacts({ gone, zone }: Pick<NoticeOrder, 'gone' | 'zone'>, returns: readonly ReturnView[]): Fact[] {
  return gone ? [] : returns.flatMap((view) => [...wayBack(view), ...received(view, zone), ...refunded(view), ...declined(view)]);
}

/** How it goes back is news until something came in or was paid back. */
function wayBack(view: ReturnView): Fact[] {
  if (view.status !== 'open' || arrivals(view).length > 0 || view.refunds.length > 0) return [];
  const labels = view.deliveries.filter(({ number, labelUrl }) => number !== null || labelUrl !== null);
  const made = labels.flatMap(({ id, number, labelUrl, labelMadeAt }) => (labelUrl !== null && labelMadeAt ? [{ key: `${id}-${number ?? ''}`, at: labelMadeAt }] : []));
  const back = { ...told(view), labels: labels.map(({ carrier, number, labelUrl: url }) => ({ carrier, number, url })) };
  const approved: Fact = { kind: 'return_approved', key: approvalKey(view), at: view.approvedAt ?? view.createdAt, parcel: null, back };
  if (made.length === 0) return [approved];
  const at = new Date(Math.max(...made.map((label) => label.at.getTime())));
  return [approved, { kind: 'return_label', key: `return_label:${view.id}:${made.map(({ key }) => key).join('+')}`, at, parcel: null, back }];
}

/** What comes in on one of the customer's days is one fact. */
function received(view: ReturnView, zone: string): Fact[] {
  if (view.status !== 'open' && view.status !== 'closed') return [];
  return [...Map.groupBy(arrivals(view), ({ at }) => dayIn(zone, at))].map(([day, units]): Fact => {
    const items = units.flatMap(({ title, quantity }) => (title === null ? [] : [{ title, variant: null, quantity, imageUrl: null }]));
    const refused = view.inspections.flatMap(({ title, quantity, refusal, at }) => (title !== null && refusal && dayIn(zone, at) === day ? [{ title, quantity, reason: refusal }] : []));
    return { kind: 'return_received', key: `return_received:${view.id}:${day}`, at: new Date(Math.min(...units.map(({ at }) => at.getTime()))), parcel: null, back: { ...told(view), items, refused } };
  });
}

function refunded(view: ReturnView): Fact[] {
  return view.refunds.flatMap(({ id, createdAt: at, amount: { presentment: amount } }): Fact[] =>
    amount.minor > 0 ? [{ kind: 'return_refunded', key: `return_refunded:${view.id}:${id}`, at, parcel: null, back: { ...told(view), amount } }] : [],
  );
}

function declined(view: ReturnView): Fact[] {
  if (view.status !== 'declined') return [];
  return [{ kind: 'return_declined', key: `return_declined:${view.id}`, at: view.waitsSince, parcel: null, back: { ...told(view), decline: view.decline } }];
}

/** What was found missing did not come in. */
function arrivals({ received: units }: ReturnView) {
  return units.filter(({ disposition }) => disposition !== 'missing');
}

function told({ id, name, lines }: ReturnView): ReturnTold {
  const items = lines.flatMap(({ title, variantTitle: variant, quantity, imageUrl }) => (title === null ? [] : [{ title, variant, quantity, imageUrl }]));
  return { id, name, items, labels: [], amount: null, refused: [], decline: null };
}

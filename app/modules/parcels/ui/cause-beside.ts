import type { ParcelCause } from '#app/modules/carriers/index.server.ts';
import type { TroubleKind } from '../records.ts';

/** Causes that the name of a trouble says already. */
const saidBy: Partial<Record<TroubleKind, ParcelCause>> = { returning: 'returned_to_sender', customs: 'customs' };

/** The cause to be told beside the name of a trouble; null where there is none, or the name says it. */
export function causeBeside<Cause extends string>(kind: TroubleKind | null, cause: Cause | null): Cause | null {
  return kind !== null && saidBy[kind] === cause ? null : cause;
}

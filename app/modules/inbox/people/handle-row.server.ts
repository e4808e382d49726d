import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import type { Handle } from './handle.ts';

/** A handle as it is linked to a person, with why. */
export interface LinkedHandle extends Handle {
  id: string;
  personId: string;
  reason: 'wrote' | 'same_customer' | 'order' | 'staff';
  confidence: 'sure' | 'likely';
  evidence: HandleEvidence;
  linkedAt: Date;
}

const evidenceShape = z.object({ customerId: z.string().optional(), orderId: z.string().optional(), takenFrom: z.string().optional() });

/** What shows a link, in numbers; `takenFrom`: the link that it ended, of somebody else, and that comes back when it is undone. */
export type HandleEvidence = z.infer<typeof evidenceShape>;

type Stored = NonNullable<Awaited<ReturnType<ShopTx['handles']['findFirst']>>>;

/** Reads a stored handle; one that holds what no handle can is a fault of ours. */
export function linkedHandleOf(row: Stored): LinkedHandle {
  return {
    id: row.id,
    personId: row.person_id,
    kind: z.enum(['email', 'phone', 'customer']).parse(row.kind),
    value: row.value,
    reason: z.enum(['wrote', 'same_customer', 'order', 'staff']).parse(row.reason),
    confidence: z.enum(['sure', 'likely']).parse(row.confidence),
    evidence: evidenceShape.parse(row.evidence),
    linkedAt: row.linked_at,
  };
}

/** By what a person is known now: what is sure first, each kind together. */
export async function handlesOf(tx: ShopTx, personId: string): Promise<LinkedHandle[]> {
  const rows = await tx.handles.findMany({ where: { person_id: personId, unlinked_at: null }, orderBy: [{ linked_at: 'asc' }, { id: 'asc' }] });
  const handles = rows.map(linkedHandleOf);
  return [...handles.filter(({ confidence }) => confidence === 'sure'), ...handles.filter(({ confidence }) => confidence === 'likely')];
}

/** Held until the transaction ends: whoever else asks for this handle waits, and finds what became of it. */
export async function holdHandle(tx: ShopTx, { kind, value }: Handle): Promise<void> {
  await takeTurn(tx, `handle:${kind}:${value}`);
}

/** Who is known by a handle now, beyond doubt or likely. */
export async function holderOf(tx: ShopTx, { kind, value }: Handle): Promise<LinkedHandle | null> {
  const row = await tx.handles.findFirst({ where: { kind, value, unlinked_at: null } });
  return row && linkedHandleOf(row);
}

import { sql, type ShopTx } from '#app/platform/db/database.server.ts';

const told = sql`ticket_id, promise, started_at, minutes, counts, counted_from, priority, valued, due_at, ended_at, result, took_minutes, staff_id, warned_at`;

/** Keeps what these tickets were promised until something is split from them. */
export async function keepPromises(tx: ShopTx, splitId: number, sources: readonly number[]): Promise<void> {
  await tx.$executeRaw(sql`insert into split_promises (split_ticket_id, ${told}) select ${splitId}, ${told} from ticket_promises where ticket_id = any(${[...sources]}::int[])`);
}

/** Puts it back once the split is undone: what was promised then, how soon, and whether it was kept, is as if nothing had been taken away. */
export async function restorePromises(tx: ShopTx, splitId: number): Promise<void> {
  await tx.$executeRaw(sql`
    delete from ticket_promises now using split_promises kept
     where kept.split_ticket_id = ${splitId} and now.ticket_id = kept.ticket_id and now.promise = kept.promise and now.started_at = kept.started_at`);
  await tx.$executeRaw(sql`insert into ticket_promises (${told}) select ${told} from split_promises where split_ticket_id = ${splitId}`);
  await tx.split_promises.deleteMany({ where: { split_ticket_id: splitId } });
}

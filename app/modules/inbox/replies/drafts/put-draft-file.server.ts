import { createHash, randomUUID } from 'node:crypto';
import { after, hour } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { cut } from '#app/kernel/text.ts';
import { removeMailFilesJob } from '../../keeping/jobs.ts';
import { lockedTicket } from '../reply.server.ts';
import type { DraftFile, DraftMode } from './draft.ts';

interface Putting {
  ticketId: number;
  by: string;
  mode: DraftMode;
  /** As its owner's browser says; neither is believed. */
  filename: string;
  type: string;
  bytes: Uint8Array;
}

export type FileProblem = 'empty_file' | 'files_too_big' | 'too_many_files';

/** What goes with one mail: more than this many servers refuse, as it grows by a third on its way. */
export const fileLimits = { bytes: 15 * 1024 * 1024, count: 10 } as const;

const longestName = 200;

/** Puts a file to what somebody is writing. */
export async function putDraftFile(ctx: ShopContext, store: FileStore, { ticketId, by, mode, filename, type, bytes }: Putting): Promise<{ is: 'put'; file: DraftFile } | { is: 'refused'; why: FileProblem }> {
  if (bytes.length === 0) return { is: 'refused', why: 'empty_file' };
  if (bytes.length > fileLimits.bytes) return { is: 'refused', why: 'files_too_big' };
  const id = randomUUID();
  const file = `shops/${ctx.shop.id}/mail/${id}.bin`;
  const key = { ticketId, by, mode, size: bytes.length };
  const why = await ctx.tx(async (tx) => {
    const { problem } = await room(tx, key);
    // Written before the file is: whatever happens now, none stays that no row speaks of.
    if (problem === null) await enqueue(tx, removeMailFilesJob, { files: [file] }, { runAt: after(ctx.clock.now(), hour) });
    return problem;
  });
  if (why !== null) return { is: 'refused', why };
  const row = { filename: nameOf(filename), type: typeOf(type), size: bytes.length };
  await store.put(file, bytes, row.type);
  return ctx.tx(async (tx) => {
    const { problem, ticketId: rootId } = await room(tx, key);
    if (problem !== null) return { is: 'refused', why: problem };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await tx.draft_files.create({ data: { id, ticket_id: rootId, staff_id: by, mode, ...row, sha256, file, uploaded_at: ctx.clock.now() } });
    return { is: 'put', file: { id, ...row } };
  });
}

async function room(tx: ShopTx, { ticketId, by, mode, size }: Pick<Putting, 'ticketId' | 'by' | 'mode'> & { size: number }): Promise<{ problem: FileProblem | null; ticketId: number }> {
  const { id } = await lockedTicket(tx, ticketId);
  const { _count, _sum } = await tx.draft_files.aggregate({ where: { ticket_id: id, staff_id: by, mode }, _count: true, _sum: { size: true } });
  if (_count >= fileLimits.count) return { problem: 'too_many_files', ticketId: id };
  return { problem: (_sum.size ?? 0) + size > fileLimits.bytes ? 'files_too_big' : null, ticketId: id };
}

const nameOf = (written: string): string => cut((written.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').split(/[\\/]/).at(-1) ?? '').trim(), longestName) || 'file';

const typeOf = (written: string): string => (/^[a-z]+\/[a-z0-9.+-]{1,100}$/i.test(written) ? written.toLowerCase() : 'application/octet-stream');

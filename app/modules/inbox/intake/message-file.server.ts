import { notFound } from '#app/kernel/errors.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { noteWordsShown } from '../ticket-page/note-reading.server.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What a browser only paints. */
const pictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

interface Asked {
  /** As it stands in the address. */
  id: string;
  /** Who reads: noted with the conversation. */
  staffId: string | null;
}

/** A file of a message as an answer in which nothing runs: a picture to look at, anything else to keep. Throws `not_found` for another shop's. */
export async function messageFile(ctx: ShopContext, files: FileStore, { id, staffId }: Asked): Promise<Response> {
  const [row] = uuid.test(id)
    ? await ctx.tx((tx) => tx.$queryRaw<{ file: string; type: string; filename: string | null; ticketId: number }[]>`
        select f.file, f.type, f.filename, m.ticket_id as "ticketId" from message_files f join messages m on m.id = f.message_id where f.id = ${id}::uuid`)
    : [];
  const bytes = row && (await files.get(row.file));
  if (!row || !bytes) throw notFound('file');
  await noteRead(ctx, { ticketId: row.ticketId, staffId });
  const isPicture = pictures.has(row.type);
  return answered(bytes, { type: isPicture ? row.type : 'application/octet-stream', filename: row.filename ?? 'file', shown: isPicture });
}

/** A message as it came in, byte for byte, to keep. Throws `not_found` where there is none. */
export async function rawMessage(ctx: ShopContext, files: FileStore, { id, staffId }: Asked): Promise<Response> {
  const row = /^\d{1,18}$/.test(id) ? await ctx.tx((tx) => tx.messages.findFirst({ where: { id: BigInt(id) }, select: { raw_file: true, ticket_id: true } })) : null;
  const bytes = row?.raw_file && (await files.get(row.raw_file));
  if (!row || !bytes) throw notFound('message');
  await noteRead(ctx, { ticketId: row.ticket_id, staffId });
  return answered(bytes, { type: 'application/octet-stream', filename: `ticket-${row.ticket_id}-message-${id}.eml`, shown: false });
}

async function noteRead(ctx: ShopContext, { ticketId, staffId }: { ticketId: number; staffId: string | null }): Promise<void> {
  if (staffId !== null) await ctx.tx((tx) => noteWordsShown(tx, { ticketIds: [ticketId], staffId, now: ctx.clock.now() }));
}

function answered(bytes: ReadableStream<Uint8Array>, { type, filename, shown }: { type: string; filename: string; shown: boolean }): Response {
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-disposition': `${shown ? 'inline' : 'attachment'}; ${written(filename)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/** A name that its sender chose, as a header may carry it (RFC 6266): no path, no sign that turns the direction of what is read. */
function written(filename: string): string {
  const name = filename.replace(/[\p{Cc}\p{Cf}\u2028\u2029/\\]/gu, '_').trim() || 'file';
  const plain = name.replace(/[^\x20-\x7e]|["%;]/g, '_');
  return `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

import { notFound } from '#app/kernel/errors.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { photoKey } from './photo-key.ts';
import { isReference } from './problem.ts';

/** A photo's bytes as an answer in which nothing runs; throws notFound for another report's or another shop's. */
export async function problemPhoto(ctx: ShopContext, files: FileStore, { id, photo }: { id: string; photo: string }): Promise<Response> {
  const isAsked = isReference(id) && isReference(photo);
  const row = isAsked ? await ctx.tx((tx) => tx.problem_photos.findFirst({ where: { id: photo, report_id: id } })) : null;
  const bytes = row && (await files.get(photoKey(ctx.shop.id, row.id)));
  if (!bytes) throw notFound('photo');
  return new Response(bytes, {
    headers: {
      'content-type': row.content_type,
      'content-length': String(row.bytes),
      'content-disposition': 'inline',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

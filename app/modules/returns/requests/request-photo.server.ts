import { notFound } from '#app/kernel/errors.ts';
import { isNumericId } from '#app/kernel/ids.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { requestOfReturn } from './kept-request.server.ts';

const types: Record<string, string> = { jpg: 'image/jpeg', webp: 'image/webp' };

/** A photo's bytes as an answer in which nothing runs; throws `not_found` for another return's or another shop's. */
export async function requestPhoto(ctx: ShopContext, files: FileStore, { id, photo }: { id: string; photo: string }): Promise<Response> {
  const found = isNumericId(id) ? await ctx.tx((tx) => requestOfReturn(tx, id)) : null;
  const key = found?.request.lines.flatMap(({ photos }) => photos).find((each) => each.split('/').at(-1) === photo);
  const type = types[photo.split('.').at(-1) ?? ''];
  const bytes = key === undefined || type === undefined ? null : await files.get(key);
  if (!bytes || type === undefined) throw notFound('photo');
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-disposition': 'inline',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

import { notFound } from '#app/kernel/errors.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { logoFilePattern, logoKey } from './logo-file.ts';

/** A logo of this shop for whoever opens one of its mails; the file is named by its content, so it may be kept for ever. */
export async function answerLogo(shop: Pick<Shop, 'id'>, files: FileStore, file: string): Promise<Response> {
  const bytes = logoFilePattern.test(file) ? await files.get(logoKey(shop.id, file)) : null;
  if (!bytes) throw notFound('logo');
  return new Response(bytes, {
    headers: {
      'content-type': 'image/png',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  });
}

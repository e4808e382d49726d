import type { FileStore } from '#app/platform/files/file-store.ts';
import type { Shop } from '#app/platform/shops/shop.ts';

/** What a label may be kept as. */
export const fileKinds = ['pdf', 'png'] as const;
export type FileKind = (typeof fileKinds)[number];

export const contentTypes: Readonly<Record<FileKind, string>> = { pdf: 'application/pdf', png: 'image/png' };

/** The most a label weighs: A4 at 600 dots an inch. */
export const mostBytes = 5 * 1024 * 1024;

/** What a file is by its own first bytes, whatever its name said; null for what no label is. */
export function kindOfFile(bytes: Uint8Array): FileKind | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('%PDF-')) return 'pdf';
  return head === '\x89PNG\r\n\x1a\n' ? 'png' : null;
}

/** Where the file of a label is kept. */
export function labelFileKey(shop: Pick<Shop, 'id'>, labelId: string, what: 'label' | 'qr', kind: FileKind): string {
  return `shops/${shop.id}/labels/${labelId}-${what}.${kind}`;
}

/** Keeps the file of a label. */
export function putLabelFile(files: FileStore, shop: Pick<Shop, 'id'>, labelId: string, what: 'label' | 'qr', { kind, bytes }: { kind: FileKind; bytes: Uint8Array }): Promise<void> {
  return files.put(labelFileKey(shop, labelId, what, kind), bytes, contentTypes[kind]);
}

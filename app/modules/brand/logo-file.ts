/** A logo of ours by its content: the same picture sent twice is one file. */
export const logoFilePattern = /^[0-9a-f]{32}\.png$/;

/** Under which key of the file store a logo of a shop lies. */
export function logoKey(shopId: number, file: string): string {
  return `shops/${shopId}/brand/${file}`;
}

/** Where mail programs find it: at the shop's own address, as everything in its mails. */
export function logoUrl(shop: { primaryUrl: string }, file: string): string {
  return `${shop.primaryUrl}/apps/aftercare/logo?file=${file}`;
}

/** Under which key of the file store a photo of a shop lies. */
export function photoKey(shopId: number, photoId: string): string {
  return `shops/${shopId}/problems/${photoId}`;
}

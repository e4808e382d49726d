/** A picture inside the text that is smaller is a logo or a sign; a larger one was taken of something. */
const smallestPhoto = 20 * 1024;

/** Whether a file of a mail goes along where the mail is passed on, unless somebody takes it out. */
export function goesAlong({ isInline, size }: { isInline: boolean; size: number }): boolean {
  return !isInline || size >= smallestPhoto;
}

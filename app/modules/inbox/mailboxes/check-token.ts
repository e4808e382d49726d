/** The header that a test mail of ours carries, and is known by when it comes back. */
export const checkHeader = 'X-Aftercare-Check';

const longestHead = 128 * 1024;

/** What a test mail of ours carries; null in any other mail. */
export function checkToken(bytes: Buffer): string | null {
  const head = bytes.subarray(0, longestHead).toString('latin1').split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^x-aftercare-check:[ \t]*([\w-]{32})[ \t]*\r?$/im.exec(head)?.[1] ?? null;
}

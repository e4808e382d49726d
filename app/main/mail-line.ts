import type { ReadMail } from '#app/modules/inbox/index.pure.ts';

/** One mail as a line of JSON: what the inbox would store, its files by name, size and hash. */
export function mailLine(file: string, mail: ReadMail): string {
  const { html: _page, attachments, ...told } = mail;
  return JSON.stringify({ file, ...told, attachments: attachments.map(({ filename, type, size, sha256 }) => ({ filename, type, size, sha256 })) });
}

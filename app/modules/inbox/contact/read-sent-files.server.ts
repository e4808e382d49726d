import type { PictureProblem } from '#app/platform/files/picture-refused.ts';
import { readPictures } from '#app/platform/files/read-pictures.server.ts';

/** A file of the form as it is kept: a picture newly encoded, or a document as it was sent. */
export interface SentFile {
  bytes: Uint8Array;
  contentType: 'image/jpeg' | 'image/webp' | 'application/pdf';
}

/** Reads what was sent by its content, whatever its name said: pictures and PDF. Answers what is wrong with the first that is neither. */
export async function readSentFiles(sent: readonly Uint8Array[]): Promise<SentFile[] | PictureProblem> {
  const files: SentFile[] = [];
  for (const bytes of sent) {
    const read = isPdf(bytes) ? [{ bytes, contentType: 'application/pdf' as const }] : await readPictures([bytes]);
    if (!Array.isArray(read)) return read;
    files.push(...read);
  }
  return files;
}

/** By its first bytes. Nobody here opens it: it is handed on as bytes to keep. */
const isPdf = (bytes: Uint8Array): boolean => /^%PDF-[12]\.\d/.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1'));

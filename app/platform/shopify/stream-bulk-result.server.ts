import { refuseInsideTransaction } from '#app/platform/db/open-transaction.server.ts';

/** One line of a bulk result, and how many bytes of the file end with it: start there to go on after it. */
export interface BulkLine {
  line: string;
  endByte: number;
}

const newline = 0x0a;

/**
 * Reads a bulk result (JSONL) line by line, from a byte where an earlier reading stopped. Holds one network chunk and one
 * line at a time; the reader's pace is the download's pace.
 */
export async function* streamBulkResult(url: string, { fromByte = 0 }: { fromByte?: number } = {}): AsyncGenerator<BulkLine> {
  refuseInsideTransaction('A bulk result');
  const response = await globalThis.fetch(url, fromByte > 0 ? { headers: { range: `bytes=${fromByte}-` } } : {});
  if (response.status === 416) return; // Everything had been read.
  if (!response.ok || !response.body) throw new Error(`The bulk result answered ${response.status}.`);
  // A server that does not know ranges sends the whole file: what was read before is skipped.
  let toSkip = fromByte > 0 && response.status === 200 ? fromByte : 0;
  let endByte = fromByte;
  let parts: Uint8Array[] = [];

  for await (const received of chunks(response.body)) {
    const skipped = Math.min(toSkip, received.length);
    toSkip -= skipped;
    let rest = received.subarray(skipped);
    for (let at = rest.indexOf(newline); at !== -1; at = rest.indexOf(newline)) {
      parts.push(rest.subarray(0, at));
      const line = Buffer.concat(parts);
      parts = [];
      endByte += line.length + 1;
      rest = rest.subarray(at + 1);
      if (line.length > 0) yield { line: line.toString('utf8'), endByte };
    }
    if (rest.length > 0) parts.push(rest);
  }
  const last = Buffer.concat(parts);
  if (last.length > 0) yield { line: last.toString('utf8'), endByte: endByte + last.length };
}

/** The chunks of a body; the download ends when the reader stops early. */
async function* chunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

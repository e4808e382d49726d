import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parcelCauses, parcelStatuses, readCarrierEvent } from '#app/modules/carriers/index.server.ts';
import { threadTime } from '#tests/harness/thread-time.ts';

const folder = new URL('events-said/', import.meta.url);
const tables = readdirSync(folder).map((file) => {
  const rows = readFileSync(new URL(file, folder), 'utf8').split('\n').filter(Boolean);
  return { language: file.replace('.txt', ''), rows: rows.map((row) => ({ meaning: row.slice(0, row.indexOf('|')), said: row.slice(row.indexOf('|') + 1) })) };
});

function told(said: string): string {
  const { status, cause } = readCarrierEvent({ carrier: null, text: said });
  return status === null ? '-' : cause === null ? status : `${status}/${cause}`;
}

describe.each(tables)('what carriers write in $language', ({ rows }) => {
  it.each(rows)('“$said” means $meaning', ({ said, meaning }) => {
    expect(told(said)).toBe(meaning);
  });

  it('means the same in capitals, with more blanks around it', () => {
    for (const { said, meaning } of rows) expect(told(`  ${said.toUpperCase().replaceAll(' ', '  ')} `), said).toBe(meaning);
  });
});

describe('any words', () => {
  it('are read without a failure, as a status and a cause that exist', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (text, code, carrier) => {
        const { status, cause } = readCarrierEvent({ carrier, code, text });
        expect(status === null || parcelStatuses.includes(status)).toBe(true);
        expect(cause === null || parcelCauses.includes(cause)).toBe(true);
        if (status === null) expect(cause).toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('are read in time that grows no faster than they do', () => {
    const started = threadTime();
    readCarrierEvent({ carrier: null, text: 'return delivery address customs not '.repeat(20_000) });
    expect(threadTime() - started).toBeLessThan(500);
  });
});

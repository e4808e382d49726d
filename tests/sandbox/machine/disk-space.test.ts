import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inWords, requireSpace } from '#sandbox/machine/disk-space.ts';

function attempt(work: () => void): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('a start on a disk with too little room', () => {
  it('is refused before anything is written, with the folder and what it needs', () => {
    const folder = join(tmpdir(), 'aftercare-not-there', 'yet');
    expect(() => requireSpace(folder, 10 ** 9)).toThrow(/^There is too little disk space: .*aftercare-not-there\/yet needs 1000000000 MB and has \d+ MB\./);
    expect(existsSync(folder)).toBe(false);
  });

  it('is not refused where there is room', () => {
    expect(attempt(() => requireSpace(join(tmpdir(), 'aftercare-not-there'), 1))).toBeUndefined();
  });
});

describe('a disk that fills up in the middle', () => {
  it.runIf(existsSync('/dev/full'))('is called by its name when a file could not be written', () => {
    expect(inWords(attempt(() => writeFileSync('/dev/full', 'x')))).toMatch(/^The disk is full\. Free some space and start again\.\nENOSPC/);
  });

  it('is called by its name when Postgres or one of its programs met it', () => {
    const refused = Object.assign(new Error('could not extend file "base/5/1259"'), { code: '53100' });
    expect(inWords(refused)).toMatch(/^The disk is full/);
    expect(inWords(new Error('Postgres stopped while starting:\nFATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device'))).toMatch(/^The disk is full/);
  });

  it('is not blamed for anything else', () => {
    expect(inWords(new Error('Port 4000 is taken.'))).toBe('Port 4000 is taken.');
    expect(inWords('gone')).toBe('gone');
  });
});

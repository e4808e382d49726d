import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSealer } from '../../app/platform/crypto/seal.server.ts';

const old = { id: 'old', key: randomBytes(32) };
const recent = { id: 'new', key: randomBytes(32) };

describe('sealing', () => {
  it('opens what it sealed and shows nothing of it', () => {
    const sealer = createSealer([recent]);
    const sealed = sealer.seal('shpat_123');
    expect(sealed).not.toContain('shpat');
    expect(sealer.open(sealed)).toBe('shpat_123');
    expect(sealer.seal('shpat_123')).not.toBe(sealed);
  });

  it('opens with an older key of the ring and says it is time to seal again', () => {
    const sealed = createSealer([old]).seal('shpat_123');
    const rotated = createSealer([recent, old]);
    expect(rotated.open(sealed)).toBe('shpat_123');
    expect(rotated.isOutdated(sealed)).toBe(true);
    expect(rotated.isOutdated(rotated.seal('x'))).toBe(false);
  });

  it('refuses what was altered, and keys it does not hold', () => {
    const sealed = createSealer([recent]).seal('shpat_123');
    expect(() => createSealer([recent]).open(`${sealed.slice(0, -2)}AA`)).toThrow();
    expect(() => createSealer([old]).open(sealed)).toThrow(/ENCRYPTION_KEYS/);
  });
});

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Seals and opens short secrets with AES-256-GCM; sealed text names its key, so keys can be rotated. */
export interface Sealer {
  seal(plain: string): string;
  /** Throws where the text was altered or its key is no longer in the ring. */
  open(sealed: string): string;
  /** True where the text was sealed with an older key and should be sealed again. */
  isOutdated(sealed: string): boolean;
}

export function createSealer(keys: readonly { id: string; key: Buffer }[]): Sealer {
  const [newest] = keys;
  if (!newest) throw new Error('There is no key to seal with.');
  return {
    seal(plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', newest.key, nonce);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return ['v1', newest.id, Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')].join('.');
    },
    open(sealed) {
      const [version, id, packed = ''] = sealed.split('.');
      const ring = keys.find((key) => key.id === id);
      if (version !== 'v1' || !ring) throw new Error('A sealed secret names a key that is not in ENCRYPTION_KEYS.');
      const bytes = Buffer.from(packed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', ring.key, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    isOutdated: (sealed) => sealed.split('.')[1] !== newest.id,
  };
}

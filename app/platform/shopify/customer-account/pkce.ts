import { createHash, randomBytes } from 'node:crypto';

/** What one sign-in is held together by: each is a secret of the browser it began in until the code is traded. */
export interface SignInSecrets {
  state: string;
  nonce: string;
  verifier: string;
}

/** Fresh secrets for one sign-in, of 256 bits each. */
export function signInSecrets(): SignInSecrets {
  const fresh = () => randomBytes(32).toString('base64url');
  return { state: fresh(), nonce: fresh(), verifier: fresh() };
}

/** What is sent ahead of a verifier: its SHA-256, as RFC 7636 has it. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

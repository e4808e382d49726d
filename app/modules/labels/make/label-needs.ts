import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';

/** What it takes to make labels, beside a shop. */
export interface LabelNeeds {
  sealer: Sealer;
  files: FileStore;
  /** Newest first; the first one signs the addresses of files. */
  secrets: readonly [string, ...string[]];
}

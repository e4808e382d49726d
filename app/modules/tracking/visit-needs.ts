import type { FileStore } from '#app/platform/files/file-store.ts';
import type { Limits } from '#app/platform/limits/limits.server.ts';

/** What a visit to the page draws on beside the shop. */
export interface VisitNeeds {
  limits: Limits;
  files: FileStore;
  /** Newest first; keys signed with any of them are honoured, the first one signs. */
  secrets: readonly [string, ...string[]];
}

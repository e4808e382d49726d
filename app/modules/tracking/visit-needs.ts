import type { FileStore } from '#app/platform/files/file-store.ts';
import type { Limits } from '#app/platform/limits/limits.server.ts';
import type { FindNamed } from './named-orders.server.ts';
import type { WriteShown } from './write-shown.server.ts';

/** What the page draws on beside the shop. */
export interface PageNeeds {
  findNamed: FindNamed;
  writeShown: WriteShown;
  limits: Limits;
  files: FileStore;
  /** Newest first; keys signed with any of them are honoured, the first one signs. */
  secrets: readonly [string, ...string[]];
}

/** The same for one visit. */
export interface VisitNeeds extends PageNeeds {
  /** What tells browsers behind one address apart, as far as they say. */
  browser: string;
}

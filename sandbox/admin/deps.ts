import type { RegisteredApp, RunAdmin, SandboxClock, SandboxUrls } from '../contract.ts';
import type { OAuth } from '../oauth/index.ts';
import type { Worlds } from '../world/index.ts';

/** What the room needs from its neighbours. */
export interface AdminDeps {
  worlds: Worlds;
  runAdmin: RunAdmin;
  clock: SandboxClock;
  app: RegisteredApp;
  urls: SandboxUrls;
  oauth: Omit<OAuth, 'router'>;
  /** Folder that outlives the process, or null to keep everything in memory. */
  dataDir: string | null;
  /** The folder that holds the app's theme extensions. */
  extensionsDir: string;
}

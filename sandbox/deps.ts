import type { RegisteredApp, RunAdmin, SandboxClock, SandboxUrls } from './contract.ts';
import type { Worlds } from './world/index.ts';

/** What every room is given at start. Rooms export `create<Room>(deps)` and keep no state outside what it returns. */
export interface SandboxDeps {
  worlds: Worlds;
  runAdmin: RunAdmin;
  clock: SandboxClock;
  app: RegisteredApp;
  urls: SandboxUrls;
  /** Folder for what must survive a restart; null keeps everything in memory. */
  dataDir: string | null;
  /** Token with which a merchant's own tool (or a test) may call the Admin API without any limit. */
  merchantToken: string;
}

import { createDiskStore } from './disk-store.server.ts';
import type { FileStore } from './file-store.ts';
import { createS3Store, type Bucket } from './s3-store.server.ts';

/** Where files are kept, as the configuration says. */
export type FilesConfig = { directory: string } | { bucket: Bucket };

/** The one store of files of this installation. */
export function createFileStore(config: FilesConfig): FileStore {
  return 'bucket' in config ? createS3Store(config.bucket) : createDiskStore(config.directory);
}

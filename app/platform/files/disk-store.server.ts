import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { refuseInsideTransaction } from '#app/platform/db/open-transaction.server.ts';
import { checkedFolder, checkedKey, type FileStore } from './file-store.ts';

/** Files in a directory of this machine, which all processes must share. */
export function createDiskStore(directory: string): FileStore {
  const pathOf = (key: string) => join(directory, checkedKey(key));
  return {
    async put(key, bytes) {
      refuseInsideTransaction('The file store');
      const path = pathOf(key);
      const unfinished = `${path}.${randomUUID()}.part`;
      await mkdir(dirname(path), { recursive: true });
      try {
        const file = await open(unfinished, 'wx', 0o640);
        await file.writeFile(bytes).then(() => file.sync()).finally(() => file.close());
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async get(key) {
      const file = await open(pathOf(key), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
        throw error;
      });
      // Node's own type of the same stream; the browser's is what answers are made of.
      return file && (Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>);
    },
    async remove(keys) {
      refuseInsideTransaction('The file store');
      for (const key of keys) await rm(pathOf(key), { force: true });
    },
    async removeAll(folder) {
      refuseInsideTransaction('The file store');
      await rm(join(directory, checkedFolder(folder)), { recursive: true, force: true });
    },
  };
}

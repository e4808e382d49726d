import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from '../../contract.ts';
import { createBulkRun } from '../execution/bulk-run.ts';
import type { Execute, ShopEngine } from '../execution/execute.ts';
import type { BulkOperation, RunBulk } from './bulk-operations.ts';
import { toJsonl } from './jsonl.ts';
import type { ResultFiles } from './result-files.ts';

/** Writes the rows of a bulk query to a file, chunk by chunk, letting other work in between. */
export function bulkRunner(deps: { execute: Execute; shop: ShopEngine; caller: Caller; files: ResultFiles }): RunBulk {
  const { execute, shop, caller, files } = deps;
  return async (operation, connections, progress) => {
    const name = randomBytes(16).toString('hex');
    const file = await files.create(name);
    const bulkRun = createBulkRun();
    let objectCount = 0;
    let rootObjectCount = 0;
    let fileSize = 0;

    const end = (status: BulkOperation['status'], errorCode: BulkOperation['errorCode'] = null): Partial<BulkOperation> => {
      const url = objectCount === 0 ? null : files.url(name);
      const counts = { status, errorCode, objectCount, rootObjectCount, fileSize: fileSize === 0 ? null : fileSize };
      return status === 'COMPLETED' ? { ...counts, url } : { ...counts, partialDataUrl: url };
    };

    try {
      do {
        const canceling = shop.bulkOperations.find(operation.clientId, operation.id)?.status === 'CANCELING';
        if (canceling) return end('CANCELED');
        const { body } = await execute(shop, { query: operation.query }, caller, { bulkRun });
        if (body.errors !== undefined) return end('FAILED', deniesAccess(body.errors) ? 'ACCESS_DENIED' : 'INTERNAL_SERVER_ERROR');
        const chunk = toJsonl(body.data, connections);
        await file.write(chunk.text);
        objectCount += chunk.objects;
        rootObjectCount += chunk.rootObjects;
        fileSize += Buffer.byteLength(chunk.text);
        progress({ objectCount, rootObjectCount });
        const { pauseMilliseconds, failAfterRoots, errorCode } = shop.bulkSwitches;
        if (failAfterRoots !== null && rootObjectCount >= failAfterRoots) return end('FAILED', errorCode);
        await pause(pauseMilliseconds);
      } while (bulkRun.advance());
      return end('COMPLETED');
    } finally {
      await file.close();
    }
  };
}

function deniesAccess(errors: unknown): boolean {
  return JSON.stringify(errors).includes('"ACCESS_DENIED"');
}

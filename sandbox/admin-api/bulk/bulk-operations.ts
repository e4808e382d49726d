import { z } from 'zod';
import type { Gid } from '../../contract.ts';
import type { ShopMemory } from '../engine-store.ts';

const shape = z.object({
  __typename: z.literal('BulkOperation'),
  id: z.string(),
  clientId: z.string(),
  type: z.literal('QUERY'),
  status: z.enum(['CREATED', 'RUNNING', 'CANCELING', 'CANCELED', 'COMPLETED', 'FAILED']),
  query: z.string(),
  createdAt: z.coerce.date(),
  completedAt: z.coerce.date().nullable(),
  errorCode: z.enum(['ACCESS_DENIED', 'INTERNAL_SERVER_ERROR', 'TIMEOUT']).nullable(),
  objectCount: z.number(),
  rootObjectCount: z.number(),
  fileSize: z.number().nullable(),
  url: z.string().nullable(),
  partialDataUrl: z.string().nullable(),
});

/** A bulk operation as GraphQL shows it. */
export type BulkOperation = z.infer<typeof shape>;

/** Runs the query of an operation chunk by chunk; answers how it ended. */
export type RunBulk = (operation: BulkOperation, connections: ReadonlySet<string>, progress: (update: Partial<BulkOperation>) => void) => Promise<Partial<BulkOperation>>;

/** The bulk operations of one shop, each app seeing its own. */
export interface BulkOperations {
  /** Starts an operation; null when the app runs as many as it may. */
  start(clientId: string, query: string, connections: ReadonlySet<string>, run: RunBulk): BulkOperation | null;
  find(clientId: string, id: Gid): BulkOperation | null;
  /** Newest last. */
  list(clientId: string): BulkOperation[];
  /** Asks a running operation to stop; false when it is no longer running. */
  cancel(operation: BulkOperation): boolean;
  settled(): Promise<void>;
  /** Lets running operations end at their next chunk without a word. */
  stop(): void;
}

const CONCURRENT = 5;

export interface BulkOperationsDeps {
  now(): Date;
  newId(): Gid;
  memory: ShopMemory;
  /** Told of each operation that ended. */
  finished(operation: BulkOperation): void;
}

/** The shop's operations, those of earlier runs included; one that a restart interrupted has failed. */
export function createBulkOperations(deps: BulkOperationsDeps): BulkOperations {
  const operations = new Map(deps.memory.operations().map((kept) => revive(kept, deps.now())).map((kept) => [kept.id, kept]));
  const running = new Map<Gid, Promise<void>>();
  let stopped = false;

  function update(id: Gid, more: Partial<BulkOperation>): BulkOperation | null {
    const before = operations.get(id);
    if (before === undefined) return null;
    const after = { ...before, ...more };
    keep(after);
    return after;
  }

  /** Numbers that stood on no record are given again after a restart. */
  function freshId(): Gid {
    for (;;) {
      const id = deps.newId();
      if (!operations.has(id)) return id;
    }
  }

  function keep(operation: BulkOperation): void {
    operations.set(operation.id, operation);
    // Progress alone is not worth a write.
    if (operation.status !== 'RUNNING') deps.memory.saveOperation(operation.id, operation);
  }

  async function go(operation: BulkOperation, connections: ReadonlySet<string>, run: RunBulk): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (stopped) return;
    if (operations.get(operation.id)?.status === 'CREATED') update(operation.id, { status: 'RUNNING' });
    const end = await run(operation, connections, (more) => update(operation.id, more));
    // Interrupted by the sandbox's own end: what is kept says so at the next start.
    if (stopped) return;
    const finished = update(operation.id, { ...end, completedAt: deps.now() });
    if (finished !== null) deps.finished(finished);
  }

  const own = (clientId: string) => [...operations.values()].filter((each) => each.clientId === clientId);

  return {
    start(clientId, query, connections, run) {
      if (own(clientId).filter(isActive).length >= CONCURRENT) return null;
      const operation: BulkOperation = {
        __typename: 'BulkOperation',
        id: freshId(),
        clientId,
        type: 'QUERY',
        status: 'CREATED',
        query,
        createdAt: deps.now(),
        completedAt: null,
        errorCode: null,
        objectCount: 0,
        rootObjectCount: 0,
        fileSize: null,
        url: null,
        partialDataUrl: null,
      };
      keep(operation);
      const done = go(operation, connections, run)
        .catch((error: unknown) => {
          console.error('sandbox: a bulk operation failed', error);
          update(operation.id, { status: 'FAILED', errorCode: 'INTERNAL_SERVER_ERROR', completedAt: deps.now() });
        })
        .finally(() => running.delete(operation.id));
      running.set(operation.id, done);
      return operation;
    },
    find: (clientId, id) => own(clientId).find((each) => each.id === id) ?? null,
    list: own,
    cancel(operation) {
      const now = operations.get(operation.id);
      if (now === undefined || !isActive(now)) return false;
      update(operation.id, { status: 'CANCELING' });
      return true;
    },
    async settled() {
      while (running.size > 0) await Promise.allSettled(running.values());
    },
    stop() {
      stopped = true;
      for (const each of operations.values()) if (isActive(each)) update(each.id, { status: 'CANCELING' });
    },
  };
}

function isActive(operation: BulkOperation): boolean {
  return operation.status === 'CREATED' || operation.status === 'RUNNING' || operation.status === 'CANCELING';
}

function revive(kept: unknown, now: Date): BulkOperation {
  const operation = shape.parse(kept);
  return isActive(operation) ? { ...operation, status: 'FAILED', errorCode: 'INTERNAL_SERVER_ERROR', completedAt: now } : operation;
}

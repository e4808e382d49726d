import type { Gid } from '../../contract.ts';

export type BulkStatus = 'CREATED' | 'RUNNING' | 'CANCELING' | 'CANCELED' | 'COMPLETED' | 'FAILED';

/** A bulk operation as GraphQL shows it. */
export interface BulkOperation {
  __typename: 'BulkOperation';
  id: Gid;
  clientId: string;
  type: 'QUERY';
  status: BulkStatus;
  query: string;
  createdAt: Date;
  completedAt: Date | null;
  errorCode: 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' | 'TIMEOUT' | null;
  objectCount: number;
  rootObjectCount: number;
  fileSize: number | null;
  url: string | null;
  partialDataUrl: string | null;
}

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

/** Operations in memory; `finished` is told of each that ended. */
export function createBulkOperations(deps: { now(): Date; newId(): Gid; finished(operation: BulkOperation): void }): BulkOperations {
  const operations = new Map<Gid, BulkOperation>();
  const running = new Map<Gid, Promise<void>>();
  let stopped = false;

  function update(id: Gid, more: Partial<BulkOperation>): BulkOperation | null {
    const before = operations.get(id);
    if (before === undefined) return null;
    const after = { ...before, ...more };
    operations.set(id, after);
    return after;
  }

  async function go(operation: BulkOperation, connections: ReadonlySet<string>, run: RunBulk): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (stopped) return;
    if (operations.get(operation.id)?.status === 'CREATED') update(operation.id, { status: 'RUNNING' });
    const end = await run(operation, connections, (more) => update(operation.id, more));
    const finished = update(operation.id, { ...end, completedAt: deps.now() });
    if (finished !== null && !stopped) deps.finished(finished);
  }

  const isActive = (each: BulkOperation) => each.status === 'CREATED' || each.status === 'RUNNING' || each.status === 'CANCELING';
  const own = (clientId: string) => [...operations.values()].filter((each) => each.clientId === clientId);

  return {
    start(clientId, query, connections, run) {
      if (own(clientId).filter(isActive).length >= CONCURRENT) return null;
      const operation: BulkOperation = {
        __typename: 'BulkOperation',
        id: deps.newId(),
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
      operations.set(operation.id, operation);
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

import { AsyncLocalStorage } from 'node:async_hooks';

const open = new AsyncLocalStorage<true>();

/** Runs work marked as inside a database transaction. */
export function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return open.run(true, work);
}

/** Every client that leaves the machine calls this: waiting for a stranger with a transaction open holds locks and connections. */
export function refuseInsideTransaction(what: string): void {
  if (open.getStore()) throw new Error(`${what} was called inside a database transaction.`);
}

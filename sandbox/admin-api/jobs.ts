import { randomUUID } from 'node:crypto';
import type { Gid } from '../contract.ts';

/** An asynchronous job as GraphQL shows it. */
export interface Job {
  __typename: 'Job';
  id: Gid;
  done: boolean;
}

/** The asynchronous jobs of one shop. */
export interface Jobs {
  /** Starts work that goes on after the answer has left; the job is not done until the work is. */
  start(work: () => void | Promise<void>): Job;
  find(id: Gid): Job | null;
  /** Resolves when every job started so far is done. */
  settled(): Promise<void>;
  /** Drops what has not begun. */
  stop(): void;
}

/** Jobs that begin `delayMs` after they were started, so that a caller has to poll as with Shopify. */
export function createJobs(delayMs = 30): Jobs {
  const jobs = new Map<Gid, Job>();
  const running = new Map<Gid, Promise<void>>();
  const timers = new Map<NodeJS.Timeout, () => void>();

  function later(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve(true);
      }, delayMs);
      timers.set(timer, () => resolve(false));
    });
  }

  return {
    start(work) {
      const job: Job = { __typename: 'Job', id: `gid://shopify/Job/${randomUUID()}`, done: false };
      jobs.set(job.id, job);
      const run = later()
        .then(async (goOn) => {
          if (goOn) await work();
        })
        .finally(() => {
          job.done = true;
          running.delete(job.id);
        });
      running.set(job.id, run);
      run.catch((error: unknown) => console.error('sandbox: a job failed', error));
      return job;
    },
    find: (id) => jobs.get(id) ?? null,
    async settled() {
      while (running.size > 0) await Promise.allSettled(running.values());
    },
    stop() {
      for (const [timer, drop] of timers) {
        clearTimeout(timer);
        drop();
      }
      timers.clear();
    },
  };
}

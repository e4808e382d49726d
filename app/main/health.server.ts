import type { Database } from '#app/platform/db/database.server.ts';

export interface Health {
  /** The process runs. */
  live(): { status: 200 };
  /** It can do its work: the database answers, and it is not about to stop. */
  ready(): Promise<{ status: 200 | 503; body: { database: 'ok' | 'down'; stopping: boolean } }>;
  /** From now on new work goes elsewhere. */
  stopping(): void;
}

export function createHealth(database: Database): Health {
  let stopping = false;
  return {
    live: () => ({ status: 200 }),
    async ready() {
      const answers = await database.pool.query('select 1').then(
        () => true,
        () => false,
      );
      return { status: answers && !stopping ? 200 : 503, body: { database: answers ? 'ok' : 'down', stopping } };
    },
    stopping: () => {
      stopping = true;
    },
  };
}

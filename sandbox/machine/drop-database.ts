import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const insufficientPrivilege = '42501';

/** Drops a database with whoever is in it, through `run`. An autovacuum worker, which only a superuser may send away, is waited for, five seconds at most. */
export async function dropDatabase(run: (statement: string) => Promise<void>, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await run(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== insufficientPrivilege || tries === 50) throw error;
      await sleep(100);
    }
  }
}

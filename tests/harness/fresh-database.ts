import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

const insufficientPrivilege = '42501';

/** The connection string of a new, migrated, empty database, dropped when the test file ends. */
export async function freshDatabase(): Promise<string> {
  const { urlWithoutDatabase, template } = inject('postgres');
  const name = `test_${randomUUID().slice(0, 8)}`;
  await maintain(`create database ${name} template ${template}`);
  afterAll(drop);
  return urlWithoutDatabase + name;

  async function drop(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await maintain(`drop database if exists ${name} with (force)`);
      } catch (error) {
        // An autovacuum worker is in it for a moment, and only a superuser may send that away.
        if (!(error instanceof pg.DatabaseError) || error.code !== insufficientPrivilege || tries === 50) throw error;
        await sleep(100);
      }
    }
  }

  async function maintain(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: `${urlWithoutDatabase}postgres` });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}

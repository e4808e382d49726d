import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { dropDatabase } from '#sandbox/machine/drop-database.ts';

/** The connection string of a new, migrated, empty database, dropped when the test file ends. */
export async function freshDatabase(): Promise<string> {
  const { urlWithoutDatabase, template } = inject('postgres');
  const name = `test_${randomUUID().slice(0, 8)}`;
  await maintain(`create database ${name} template ${template}`);
  afterAll(() => dropDatabase(maintain, name));
  return urlWithoutDatabase + name;

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

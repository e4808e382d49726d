import type { TestProject } from 'vitest/node';
import { migrate } from '../../prisma/migrate.ts';
import { clusterHome, freePort, startPostgres } from '../../sandbox/machine/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { urlWithoutDatabase: string; template: string };
  }
}

/** One real Postgres for the whole run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres({ home: clusterHome(`tests-${process.pid}`), port: await freePort(), durable: false });
  const template = 'aftercare_template';
  await postgres.dropDatabase(template);
  await postgres.createDatabase(template);
  await migrate(postgres.url(template));
  project.provide('postgres', { urlWithoutDatabase: postgres.url(''), template });
  return async () => {
    await postgres.stop();
    const { rm } = await import('node:fs/promises');
    await rm(clusterHome(`tests-${process.pid}`), { recursive: true, force: true });
  };
}

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../prisma/migrate.ts';
import { clusterHome, freePort, startPostgres } from '../../sandbox/machine/postgres.ts';
import { browserPath } from './browser-path.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { urlWithoutDatabase: string; template: string };
  }
}

/** One real Postgres for the whole run, with a migrated template that each test file clones, and a browser that is ready to start. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeKilledRuns();
  // Unpacked here, for of two test files that begin with it the second would start what the first has half unpacked.
  await browserPath();
  const postgres = await startPostgres({ home: clusterHome(`tests-${process.pid}`), port: await freePort(), durable: false });
  const template = 'aftercare_template';
  await postgres.dropDatabase(template);
  await postgres.createDatabase(template);
  await migrate(postgres.url(template));
  project.provide('postgres', { urlWithoutDatabase: postgres.url(''), template });
  return async () => {
    await postgres.stop();
    rmSync(clusterHome(`tests-${process.pid}`), { recursive: true, force: true });
  };
}

/** A run that was killed leaves its cluster behind; its name says which process it was. */
function removeKilledRuns(): void {
  const folder = dirname(clusterHome('tests'));
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const pid = Number(/^tests-(\d+)$/.exec(name)?.[1]);
    if (pid > 0 && !existsProcess(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function existsProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

import { ConfigError } from '#app/platform/config/config.server.ts';
import { runProcess } from './run-process.server.ts';

const roles = ['web', 'worker', 'all'] as const;
const asked = process.argv[2] ?? 'all';
const role = roles.find((known) => known === asked);

if (!role) {
  console.error(`Unknown role ${asked}. Start with one of: ${roles.join(', ')}.`);
  process.exit(2);
}

// Not awaited here: what is loaded late shares code with this file, and would wait for its end.
runProcess(role).catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});

import { ConfigError } from '#app/platform/config/config.server.ts';
import { runProcess } from './run-process.server.ts';

const roles = ['web', 'worker', 'all'] as const;
const asked = process.argv[2] ?? 'all';
const role = roles.find((known) => known === asked);

if (!role) {
  console.error(`Unknown role ${asked}. Start with one of: ${roles.join(', ')}.`);
  process.exit(2);
}

try {
  await runProcess(role);
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}

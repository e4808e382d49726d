import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** `npm run test:peers`: says what the machine lacks, or runs the suite. */
const lacking = [
  ...(existsSync('/usr/sbin/postfix') ? [] : ['postfix']),
  ...(existsSync('/usr/sbin/dovecot') ? [] : ['dovecot-imapd']),
  ...(spawnSync('/usr/bin/python3', ['-c', 'import dkim']).status === 0 ? [] : ['python3-dkim']),
];
if (lacking.length > 0) {
  console.error(`This suite needs Debian's ${lacking.join(', ')}:\n  apt-get install --no-install-recommends ${lacking.join(' ')}`);
  process.exit(1);
}
if (process.getuid?.() !== 0) {
  console.error('This suite starts a Postfix and a Dovecot of its own, which only root may.');
  process.exit(1);
}
process.exit(spawnSync('vitest', ['run', '--config', 'tests/peers/vitest.config.ts', ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);

import { spawn } from 'node:child_process';

/** `npm run check`: one after the other, all of them even when one fails, the tests last so that their count closes the output. */
const checks: { name: string; command: string[] }[] = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings', 'app', 'sandbox', 'extensions', 'prisma', 'tests'] },
  { name: 'layers', command: ['depcruise', 'app', 'sandbox', 'prisma', '--config', '.dependency-cruiser.cjs'] },
  { name: 'nothing unused', command: ['knip', '--config', 'tests/checks/knip.json', '--no-progress', '--no-config-hints', '--include', 'files,exports,dependencies,unlisted,unresolved,binaries'] },
  { name: 'sizes', command: ['node', 'tests/checks/file-sizes.ts'] },
  { name: 'graphql types are current', command: ['node', 'app/platform/shopify/generate-operations.ts', '--check'] },
  { name: 'extensions', command: ['node', 'tests/checks/extensions.ts'] },
  { name: 'build', command: ['node', 'sandbox/machine/build.ts'] },
  { name: 'tests', command: ['node', 'tests/run.ts'] },
];

const failed: string[] = [];
for (const { name, command } of checks) {
  const started = Date.now();
  console.log(`\n── ${name}`);
  const code = await new Promise<number>((done) => {
    const [program = '', ...args] = command;
    spawn(program, args, { stdio: 'inherit' }).once('exit', (status) => done(status ?? 1)).once('error', () => done(127));
  });
  if (code !== 0) failed.push(name);
  // The tests' own last line stays the last line.
  if (name !== 'tests') console.log(`${code === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);

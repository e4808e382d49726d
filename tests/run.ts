import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from '../sandbox/machine/build.ts';
import { inWords, requireSpace } from '../sandbox/machine/disk-space.ts';
import { clusterHome } from '../sandbox/machine/postgres.ts';

/** `npm test`: builds what the browser tests need, runs every test with progress, and ends with the count. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

const root = resolve(import.meta.dirname, '..');
try {
  requireSpace(root, 300);
  requireSpace(clusterHome('tests'), 500);
  requireSpace(tmpdir(), 100);
  console.log((await build()) === 'built' ? 'Built the app.' : 'The build is current.');
} catch (error) {
  console.error(inWords(error));
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'aftercare-test-'));
const report = join(folder, 'report.json');
const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)];
const code = await new Promise<number>((done) => {
  spawn('vitest', args, { stdio: 'inherit', env: { ...process.env, FORCE_COLOR: '0', CI: 'true' } })
    .once('exit', (status) => done(status ?? 1))
    .once('error', () => done(127));
});
const { passed, failed, skipped } = count();
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : code);

/** A file that broke before its first test counts as one failure, and so does a run that ended without a report. */
function count(): { passed: number; failed: number; skipped: number } {
  try {
    const read = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const broken = read.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    const failures = read.numFailedTests + broken;
    return { passed: read.numPassedTests, failed: failures === 0 && code !== 0 ? 1 : failures, skipped: read.numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

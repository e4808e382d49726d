import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aMail } from './mail-builder.ts';

const COMMAND = 'app/main/explain-mail.ts';
const KEYS = ['file', 'subject', 'from', 'replyTo', 'date', 'text', 'newText', 'quotedText', 'signature', 'attachments', 'kind', 'bounce', 'threading', 'spamScore', 'warnings'];
const mail = aMail({ text: 'Hello', files: [{ name: 'a.txt', type: 'text/plain', content: 'x' }] });
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mails-'));
  await writeFile(join(folder, 'b.eml'), mail);
  await writeFile(join(folder, 'a.eml'), Buffer.alloc(0));
  await writeFile(join(folder, 'c.bin'), Buffer.from([0xff, 0, 0xfe, 10, 13]));
  await mkdir(join(folder, 'inner'));
  await writeFile(join(folder, 'inner', 'd.eml'), mail);
  await symlink(join(folder, 'inner'), join(folder, 'linked'));
  await symlink('/nowhere/at/all', join(folder, 'e.eml'));
  await promisify(execFile)('mkfifo', [join(folder, 'f.eml')]);
});
afterAll(async () => rm(folder, { recursive: true }));

describe('mail:explain', () => {
  test('answers one mail on its input with one line that has every field', async () => {
    const child = spawn(process.execPath, [COMMAND], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(mail);
    const [out] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    const told: Record<string, unknown> = JSON.parse(lines[0] ?? '');
    expect(Object.keys(told)).toEqual(expect.arrayContaining(KEYS));
    expect(told['attachments']).toEqual([{ filename: 'a.txt', type: 'text/plain', size: 1, sha256: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881' }]);
  }, 30_000);

  test('answers a folder with a line for each file, in order, whatever they hold', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, folder]);
    const told = stdout.trimEnd().split('\n').map((line): { file: string; subject: string; warnings: string[] } => JSON.parse(line));
    expect(told.map(({ file, subject }) => [file, subject])).toEqual([['a.eml', ''], ['b.eml', 'Order 1001'], ['c.bin', ''], ['e.eml', ''], ['f.eml', ''], ['inner/d.eml', 'Order 1001']]);
    expect(told.filter(({ warnings }) => warnings.includes('file-unreadable')).map(({ file }) => file)).toEqual(['e.eml', 'f.eml']);
  }, 30_000);

  test('of a folder that is not there says so and fails', async () => {
    await expect(promisify(execFile)(process.execPath, [COMMAND, join(folder, 'nowhere')])).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('no folder') });
  }, 30_000);
});

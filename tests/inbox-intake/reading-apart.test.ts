import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createMailReader } from '#app/modules/inbox/index.server.ts';
import { aMail } from '../inbox/mail-builder.ts';

const home = mkdtempSync(join(tmpdir(), 'reading-apart-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A thread that does harm where a mail says so. */
const harmful = join(home, 'thread.mjs');
writeFileSync(
  harmful,
  `import { parentPort } from 'node:worker_threads';
   parentPort.on('message', (bytes) => {
     const text = Buffer.from(bytes).toString();
     if (text.includes('for ever')) for (;;);
     if (text.includes('all memory')) { const held = []; for (;;) held.push(new Array(1e6).fill(text.length)); }
     if (text.includes('not its turn')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_000);
     if (text.includes('nobody')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
     if (text.includes('an error')) throw new Error('broken');
     parentPort.postMessage({ mail: { subject: 'read' }, page: null });
   });
   parentPort.postMessage('ready');`,
);

describe('a mail is read apart from the process that keeps it', () => {
  test('whole, with its files', async () => {
    const reader = createMailReader();
    const { mail, page } = await reader.read(aMail({ text: 'Hello', html: '<p>Hello<script>x</script></p>', files: [{ name: 'a.txt', content: 'file' }] }));
    expect(mail).toMatchObject({ newText: 'Hello', from: { address: 'mia@customer.example' } });
    expect(Buffer.from(mail.attachments[0]?.content ?? []).toString()).toBe('file');
    expect(page).toEqual({ html: '<p>Hello</p>', hasRemote: false });
    await reader.close();
  });

  test('whole, where the machine has no time for it: only the time it is worked on is its own', async () => {
    const reader = createMailReader({ milliseconds: 1_000, thread: harmful });
    expect((await reader.read(aMail({ subject: 'waits', fields: ['X-Harm: not its turn'] }))).mail).toMatchObject({ subject: 'read' });
    expect((await reader.read(aMail({ subject: 'stands still', fields: ['X-Harm: nobody'] }))).mail).toMatchObject({ subject: 'stands still', warnings: ['not-read-in-time'] });
    await reader.close();
  }, 20_000);

  test.each([
    ['that takes for ever', 'for ever', 'not-read-in-time'],
    ['that takes all memory', 'all memory', 'not-readable'],
    ['that breaks the reading', 'an error', 'not-readable'],
  ])('one %s leaves its sender and subject, and the next is read as ever', async (_, words, warning) => {
    const reader = createMailReader({ milliseconds: 3_000, megabytes: 64, thread: harmful });
    const [bad, good] = await Promise.all([reader.read(aMail({ subject: words, fields: [`X-Harm: ${words}`] })), reader.read(aMail({ subject: 'fine' }))]);
    expect(bad.mail).toMatchObject({ subject: words, from: { address: 'mia@customer.example' }, newText: '' });
    expect(bad.mail.warnings).toContain(warning);
    expect(good.mail.subject).toBe('read');
    await reader.close();
  });
});

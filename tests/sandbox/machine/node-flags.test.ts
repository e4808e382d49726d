import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nodeFlags } from '../../../sandbox/machine/node-flags.ts';

test('web and worker have what they need to be small, and errors that name our own lines', () => {
  for (const role of ['web', 'worker'] as const) expect(nodeFlags(role)).toEqual(expect.arrayContaining(['--enable-source-maps', expect.stringMatching(/^--max-semi-space-size=\d+$/)]));
  expect(nodeFlags('worker')).toEqual(expect.arrayContaining([expect.stringMatching(/^--max-old-space-size=\d+$/)]));
});

test('the image starts what `npm start` starts', () => {
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(readFileSync(new URL('../../../Dockerfile', import.meta.url), 'utf8')) ?? [];
  expect(JSON.parse(command)).toEqual(['node', ...nodeFlags('web'), 'build/server/index.js', 'web']);
});

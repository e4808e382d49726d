import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseCronItems } from 'graphile-worker';
import { expect, it } from 'vitest';

const source = readFileSync(resolve(import.meta.dirname, '../../app/wiring/ticks.server.ts'), 'utf8');
const times = [...source.matchAll(/name: '(tick\.[^']+)', at: '([^']+)'/g)].map(([, task = '', match = '']) => ({ task, match, identifier: task }));

it('what the clock starts is said in words that the queue reads: one it cannot read keeps every worker from beginning', () => {
  expect(times.length).toBeGreaterThan(5);
  expect(parseCronItems(times)).toHaveLength(times.length);
});

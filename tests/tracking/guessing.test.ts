import { describe, expect, it } from 'vitest';
import { guardedLookUp } from '../../app/modules/tracking/guarded-look-up.server.ts';
import { createSlots } from '../../app/modules/tracking/slots.ts';
import type { TrackingAnswer } from '../../app/modules/tracking/tracking-answer.ts';
import { openDatabase } from '../../app/platform/db/database.server.ts';
import { createLimits, limitPolicies } from '../../app/platform/limits/limits.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { pageStates } from './page-states.ts';

const database = openDatabase({ url: await freshDatabase(), pool: 5, name: 'test' });
const limits = createLimits(database, createLog('silent', 'test'));
const order = pageStates.moving ?? { kind: 'unavailable' };
const miss: TrackingAnswer = { kind: 'number-unknown', number: '', error: 'miss' };
let shops = 100;
const shop = () => (shops += 1);

async function look(shopId: number, address: string, browser: string, found: string | null = null): Promise<string> {
  const answer = await guardedLookUp({ shopId, address, browser }, limits, async () => (found === null ? null : { answer: order, name: found }), miss);
  return answer.kind;
}
const many = (count: number, one: (at: number) => Promise<string>) => Promise.all(Array.from({ length: count }, (_, at) => one(at)));
const of = (answers: readonly string[], kind: string) => answers.filter((each) => each === kind).length;

describe('guesses', () => {
  it('end after ten misses of one browser, though what it then asks for is there', async () => {
    const at = shop();
    const answers = await many(30, () => look(at, '203.0.113.1', 'one'));
    expect([of(answers, 'number-unknown'), of(answers, 'limited')]).toEqual([limitPolicies['lookup-visitor'].points, 20]);
    expect(await look(at, '203.0.113.1', 'one', '1')).toBe('limited');
  });

  it('end at the address, whatever the browser calls itself', async () => {
    const at = shop();
    const answers = await many(200, (name) => look(at, '203.0.113.2', `browser ${name}`));
    expect(of(answers, 'number-unknown')).toBe(limitPolicies['lookup-address'].points);
    expect(await look(at, '203.0.113.2', 'another', '1')).toBe('limited');
  });

  it('learn from a burst no more than few at once do', async () => {
    const at = shop();
    let looked = 0;
    await Promise.all(Array.from({ length: 40 }, () => guardedLookUp({ shopId: at, address: '203.0.113.3', browser: 'one' }, limits, async () => ((looked += 1), null), miss)));
    expect(looked).toBeLessThanOrEqual(limitPolicies['lookup-visitor'].points + 4);
  });

  it('are not bought back by finding the same order again and again', async () => {
    const at = shop();
    for (let round = 0; round < 12; round += 1) {
      await Promise.all([look(at, '203.0.113.4', 'one'), look(at, '203.0.113.4', 'one', 'own')]);
    }
    expect(await look(at, '203.0.113.4', 'one')).toBe('limited');
  }, 20_000);
});

describe('customers behind one address', () => {
  it('get through by the hundred, though some mistype, and though one of them guesses', async () => {
    const at = shop();
    const guesser = await many(60, () => look(at, '198.51.100.1', 'guesser'));
    expect(of(guesser, 'number-unknown')).toBe(limitPolicies['lookup-visitor'].points);
    for (let group = 0; group < 6; group += 1) {
      const mistyped = await many(10, (who) => look(at, '198.51.100.1', `phone ${group} ${who}`));
      const found = await many(50, (who) => look(at, '198.51.100.1', `phone ${group} ${who}`, `order ${group} ${who}`));
      expect([of(mistyped, 'number-unknown'), of(found, 'order')]).toEqual([10, 50]);
    }
  }, 20_000);

  it('of a shop under attack get through where they did not miss, from the second budget where they did once', async () => {
    const at = shop();
    const { points } = limitPolicies['lookup-shop'];
    await Promise.all(Array.from({ length: 60 }, async (_, address) => many(10, () => look(at, `192.0.2.${address}`, 'robot'))));
    expect((await limits.used([['lookup-shop', String(at)]]))[0]?.points).toBeGreaterThanOrEqual(points);
    expect([await look(at, '198.51.100.2', 'a', '1'), await look(at, '198.51.100.3', 'b')]).toEqual(['order', 'number-unknown']);
  }, 20_000);
});

it('places are given back, and who waits comes next', async () => {
  const slots = createSlots(1, 1);
  const first = await slots.enter('a');
  const second = slots.enter('a');
  expect(await slots.enter('a')).toBeNull();
  first?.();
  expect(await second).toBeTypeOf('function');
  expect(await slots.enter('b')).toBeTypeOf('function');
});

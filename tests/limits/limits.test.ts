import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../app/platform/db/database.server.ts';
import { createLimits, limitPolicies } from '../../app/platform/limits/limits.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import { freshDatabase } from '../harness/fresh-database.ts';

const log = createLog('silent', 'test');
const { points, seconds } = limitPolicies['lookup-visitor'];
let database: Database;
let other: Database;

beforeAll(async () => {
  const url = await freshDatabase();
  database = openDatabase({ url, pool: 3, name: 'one' });
  other = openDatabase({ url, pool: 3, name: 'two' });
});
afterAll(() => Promise.all([database.close(), other.close()]));

describe('attempts', () => {
  it('are counted across processes: two together may do what one may', async () => {
    const [one, two] = [createLimits(database, log), createLimits(other, log)];
    const taken = await Promise.all(Array.from({ length: points + 4 }, (_, at) => (at % 2 ? one : two).take('lookup-visitor', 'ada')));
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(points);
  });

  it('say when to try again', async () => {
    const limits = createLimits(database, log);
    for (let at = 0; at < points; at++) expect(await limits.take('lookup-visitor', 'bob')).toEqual({ allowed: true });
    const refused = await limits.take('lookup-visitor', 'bob');
    if (refused.allowed) throw new Error('was allowed');
    expect(refused.retryAfter).toBeGreaterThan(seconds - 30);
    expect(refused.retryAfter).toBeLessThanOrEqual(seconds);
  });

  it('of another visitor and of another kind are counted apart', async () => {
    const limits = createLimits(database, log);
    for (let at = 0; at <= points; at++) await limits.take('lookup-visitor', 'cleo');
    expect(await limits.take('lookup-visitor', 'dora')).toEqual({ allowed: true });
    expect(await limits.take('lookup-shop', 'cleo')).toEqual({ allowed: true });
  });

  it('leave no address of a person in the database', async () => {
    await createLimits(database, log).take('lookup-visitor', '203.0.113.7');
    const stored = await database.pool.query(`select key from platform.rate_limits`);
    expect(JSON.stringify(stored.rows)).not.toContain('203.0.113.7');
  });

  it('are refused, not let through, where they cannot be counted', async () => {
    const broken = openDatabase({ url: 'postgresql://nobody:x@127.0.0.1:1/none', pool: 1, name: 'broken' });
    await expect(createLimits(broken, log).take('lookup-visitor', 'eve')).rejects.toMatchObject({ status: 503, code: 'limits_unavailable' });
    await broken.close();
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { closeProblem, listProblems, problemDetail, problemPhoto, reopenProblem, type ProblemReport } from '#app/modules/problems/index.server.ts';
import { openProblemStage, photo, placeOrder } from './stage.ts';

const stage = await openProblemStage();
let ctx = await stage.newShop();
beforeEach(async () => {
  ctx = await stage.newShop();
  await placeOrder(ctx);
});

const taken = async (changes: Partial<ProblemReport> = {}) => {
  const answer = await stage.report(ctx, changes);
  if (answer.state !== 'reported') throw new Error(`It was ${answer.state}.`);
  return answer.id;
};
const all = { state: null, kind: null };

describe('the list of reports', () => {
  it('has the newest first, with what it takes to judge them', async () => {
    await taken({ words: 'First.' });
    ctx.clock.offset += 1_000;
    await taken({ kind: 'missing_item', words: 'Second.', photos: [await photo()] });
    const { problems, nextCursor } = await listProblems(ctx, all);
    expect(problems).toMatchObject([
      { orderName: '#5001', kind: 'missing_item', words: 'Second.', items: 1, photos: 1, state: 'open' },
      { words: 'First.', photos: 0 },
    ]);
    expect(nextCursor).toBeNull();
  });

  it('is filtered by state and kind', async () => {
    const id = await taken({ words: 'Settled.' });
    await taken({ kind: 'wrong_item', words: 'Open.' });
    await closeProblem(ctx, id, null);
    expect((await listProblems(ctx, { state: 'open', kind: null })).problems.map(({ words }) => words)).toEqual(['Open.']);
    expect((await listProblems(ctx, { state: 'closed', kind: null })).problems.map(({ words }) => words)).toEqual(['Settled.']);
    expect((await listProblems(ctx, { state: null, kind: 'wrong_item' })).problems.map(({ words }) => words)).toEqual(['Open.']);
  });

  it('goes on page by page without losing or repeating one, also of the same moment', async () => {
    await ctx.tx((tx) => tx.$executeRaw`insert into problem_reports (id, order_id, kind, locale, created_at)
      select lpad(to_hex(n), 24, '0') || '-a', '5001', 'damaged', 'en', timestamptz '2026-11-20' + (n / 40) * interval '1 minute' from generate_series(1, 120) n`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listProblems>> = await listProblems(ctx, all, cursor);
      seen.push(...page.problems.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  it('takes a cursor of nobody’s for the beginning', async () => {
    await taken();
    for (const cursor of ['x', "1.a' or true", '99999999999999999999.a']) expect((await listProblems(ctx, all, cursor)).problems).toHaveLength(1);
  });
});

describe('a report in the admin', () => {
  it('is closed once, whoever clicks how often', async () => {
    const id = await taken();
    await Promise.all([closeProblem(ctx, id, '77'), closeProblem(stage.elsewhere(ctx), id, '78')]);
    expect(await ctx.tx((tx) => tx.journal.count({ where: { type: 'problem.closed' } }))).toBe(1);
    expect(await problemDetail(ctx, id)).toMatchObject({ state: 'closed', closedAt: expect.any(Date) });
    await reopenProblem(ctx, id, '77');
    expect(await problemDetail(ctx, id)).toMatchObject({ state: 'open', closedAt: null });
  });

  it('of another shop is not there, nor is its photo', async () => {
    const id = await taken({ photos: [await photo()] });
    const mine = (await problemDetail(ctx, id)).photos[0]?.id ?? '';
    const other = await stage.newShop();
    const asked = [() => problemDetail(other, id), () => closeProblem(other, id, null), () => reopenProblem(other, id, null), () => problemPhoto(other, stage.files, { id, photo: mine })];
    for (const ask of asked) await expect(ask()).rejects.toMatchObject({ status: 404 });
    await expect(problemPhoto(ctx, stage.files, { id: 'another', photo: mine })).rejects.toMatchObject({ status: 404 });
    for (const none of ['../../etc/passwd', 'a\0b', '']) {
      await expect(problemPhoto(ctx, stage.files, { id, photo: none })).rejects.toMatchObject({ status: 404 });
      await expect(problemDetail(ctx, none)).rejects.toMatchObject({ status: 404 });
      await expect(closeProblem(ctx, none, null)).rejects.toMatchObject({ status: 404 });
    }
  });

  it('shows its photo as an answer in which nothing runs', async () => {
    const id = await taken({ photos: [await photo()] });
    const answer = await problemPhoto(ctx, stage.files, { id, photo: (await problemDetail(ctx, id)).photos[0]?.id ?? '' });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    expect((await answer.arrayBuffer()).byteLength).toBe(Number(answer.headers.get('content-length')));
  });
});

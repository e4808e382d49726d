import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOnStage, browser, type Stage } from '#tests/harness/app-on-stage.ts';

const helper = '70000042';
const returned = '4444444444';
let stage: Stage;
afterAll(() => stage.stop(), 30_000);
beforeAll(async () => {
  stage = await appOnStage();
  const about = [returned, stage.a.orders[0]?.id];
  await stage.rows(stage.a, `insert into returns (id, order_id, name, status, next_step, waits_since, created_at, total_quantity, order_updated_at, read_at) values ($1, $2, 'ANE-1-R1', 'requested', 'decide', now(), now(), 1, now(), now())`, about);
}, 90_000);

const saving = (value: object) => ({ intent: 'save-staff', version: '0', value: JSON.stringify({ everybody: 'look_only', people: {}, goodwill: '0', largestRefund: null, ...value }) });
/** A form that a person of shop A posts, whatever their screen shows. */
async function post(userId: string, path: string, fields: Record<string, string>) {
  const authorization = `Bearer ${await stage.sandbox.oauth.mintIdToken(stage.a.domain, userId)}`;
  const answer = await fetch(`${stage.web.url}${path}.data`, { method: 'POST', headers: { ...browser, authorization }, body: new URLSearchParams(fields) });
  return { status: answer.status, text: await answer.text() };
}

describe('a form that is posted by hand', () => {
  it('does not lift a person’s own limits', async () => {
    const answer = await post(helper, '/app/settings/staff', saving({ everybody: 'everything' }));
    expect(answer).toEqual({ status: 403, text: expect.stringContaining('notAllowed') });
    expect(await stage.rows(stage.a, `select 1 from settings where name = 'staff-rights'`)).toEqual([]);
  });

  it('does not approve for a person who may only look, and is answered in words their page has', async () => {
    await stage.document(stage.a, '/app');
    expect((await post('70000001', '/app/settings/staff', saving({}))).status).toBe(200);
    const approval = { act: 'approve', key: '77777777-7777-4777-8777-777777777777', notify: 'no' };
    expect(await post(helper, `/app/returns/${returned}`, approval)).toEqual({ status: 403, text: expect.stringContaining('forbidden') });
    expect(await stage.rows(stage.a, 'select 1 from return_acts')).toEqual([]);
  });
});

import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOnStage, browser, type Stage } from '../harness/app-on-stage.ts';

let stage: Stage;

afterAll(() => stage.stop(), 30_000);
beforeAll(async () => {
  stage = await appOnStage();
}, 90_000);

const kilobytes = 1024;
const form = 'application/x-www-form-urlencoded';

const endless = 200 * 1024 * kilobytes;
/** What the limit lets pass, and what the machine's own buffers hold. */
const mostOnTheWay = 20 * 1024 * kilobytes;

/** Sends a form piece by piece without saying how long it will be, until it is answered; the connection may be closed before the answer is read. */
function stream(path: string, headers: Record<string, string> = {}): Promise<{ status: number | 'closed'; sent: number }> {
  return new Promise((done) => {
    let sent = 0;
    let answered = false;
    const sending = request(`${stage.web.url}${path}`, { method: 'POST', headers: { ...browser, 'content-type': form, ...headers } });
    sending.on('error', () => done({ status: 'closed', sent }));
    sending.on('response', (answer) => {
      answered = true;
      answer.resume();
      done({ status: answer.statusCode ?? 0, sent });
      sending.destroy();
    });
    const push = () => {
      if (answered) return;
      if (sent >= endless) return void sending.end();
      sent += 64 * kilobytes;
      sending.write('x'.repeat(64 * kilobytes), () => setImmediate(push));
    };
    push();
  });
}

/** Says how long a form will be, and sends nothing of it: whoever is answered in the middle of sending may find the connection closed and the answer lost. */
function announce(path: string, length: number): Promise<unknown[]> {
  return new Promise((done, fail) => {
    const sending = request(`${stage.web.url}${path}`, { method: 'POST', headers: { ...browser, 'content-type': form, 'content-length': length } });
    sending.on('error', fail);
    sending.on('response', (answer) => {
      done([answer.statusCode, answer.headers.connection]);
      sending.destroy();
    });
    sending.flushHeaders();
  });
}

describe('a body longer than any form of ours', () => {
  const doors = ['/app/settings', '/app/settings.data', '/proxy/track', '/', '/nowhere'];

  it.each(doors)('is not read where it says its length: %s', async (path) => {
    expect(await announce(path, 1100 * kilobytes)).toEqual([413, 'close']);
  });

  it('is refused as soon as it turns out where it does not, also to whoever may come in', async () => {
    const authorization = `Bearer ${await stage.sandbox.oauth.mintIdToken(stage.a.domain)}`;
    const { status, sent } = await stream('/app/settings.data', { authorization });
    expect([413, 'closed']).toContain(status);
    expect(sent).toBeLessThan(mostOnTheWay);
  });

  it('is not taken in by doors that never look at it', async () => {
    for (const path of ['/app/settings', '/auth/login', '/nowhere']) expect([path, (await stream(path)).sent < mostOnTheWay]).toEqual([path, true]);
    expect((await fetch(`${stage.web.url}/health/ready`)).status).toBe(200);
  });
});

describe('what a route answers', () => {
  it('is kept by no cache: pages, their data, refusals and redirects', async () => {
    const order = stage.a.orders[0]?.id ?? '';
    const answers = await Promise.all([
      stage.document(stage.a, `/app/orders/${order}`),
      stage.admin(stage.a, `/app/orders/${order}.data`),
      stage.admin(stage.a, '/app/orders/1.data'),
      stage.admin(stage.a, `/app/orders/${order}.data`, { method: 'POST', body: new URLSearchParams({ intent: 'none' }) }),
      fetch(`${stage.web.url}/?shop=${stage.a.domain}`, { redirect: 'manual', headers: browser }),
      fetch(`${stage.web.url}/nowhere`, { headers: browser }),
    ]);
    expect(answers.map(({ status, headers }) => [status, headers.get('cache-control')])).toEqual(answers.map(({ status }) => [status, expect.stringContaining('no-store')]));
  });
});

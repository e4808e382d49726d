import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitPolicies } from '../../app/platform/limits/limits.server.ts';
import { appOnStage, type Stage } from '../harness/app-on-stage.ts';

let stage: Stage;
afterAll(() => stage.stop(), 30_000);
beforeAll(async () => void (stage = await appOnStage()), 90_000);

const guesses = 10_000;
const addresses = 50;
/** At the first of them every guess comes from a browser that calls itself something else. */
const changing = 3;

describe('ten thousand guesses from fifty addresses', () => {
  it('learn nothing, and stop being answered', async () => {
    const known = stage.a.orders.map(({ name }) => name);
    const answers: { status: number; page: string }[] = [];
    const guess = async (at: number) => {
      // Every other one is of an order that is there, by somebody it is not of.
      const order = at % 2 ? (known[at % known.length] ?? '') : `#9${String(at).padStart(5, '0')}`;
      const contact = `guess-${at}@example.com`;
      const from = at % addresses;
      const answer = await stage.proxy(stage.a, { form: { order, contact }, visitor: `203.0.113.${from}`, ...(from < changing ? { agent: `browser ${at}` } : {}) });
      const page = (await answer.text()).replaceAll(order, 'ORDER').replaceAll(contact, 'CONTACT');
      answers.push({ status: answer.status, page });
    };
    let next = 0;
    await Promise.all(Array.from({ length: 100 }, async () => {
      while (next < guesses) await guess(next++);
    }));
    const looked = answers.filter(({ status }) => status === 200);
    expect(new Set(looked.map(({ page }) => page)).size).toBe(1);
    expect(looked.length).toBeLessThanOrEqual((addresses - changing) * limitPolicies['lookup-visitor'].points + changing * limitPolicies['lookup-address'].points);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(guesses - looked.length);
  }, 300_000);

  it('leave the right words unanswered at their addresses, and neighbours with other browsers and everybody else unharmed', async () => {
    const [order] = stage.a.orders;
    const form = { order: order?.name ?? '', contact: order?.email ?? '' };
    expect((await stage.proxy(stage.a, { form, visitor: '203.0.113.17' })).status).toBe(429);
    const campus = await Promise.all(Array.from({ length: 40 }, (_, at) => {
      const { name, email } = stage.a.orders[at % stage.a.orders.length] ?? { name: '', email: '' };
      return stage.proxy(stage.a, { form: { order: name, contact: email }, visitor: '198.51.100.20' });
    }));
    expect(campus.map(({ status }) => status)).toEqual(campus.map(() => 200));
    expect(await campus[0]?.text()).toContain(stage.a.orders[0]?.name);
  });

  it('leave a neighbour the way by their own mailbox where an address is used up whatever a browser calls itself', async () => {
    const [order] = stage.a.orders;
    const ask = (contact: string) => stage.proxy(stage.a, { form: { order: order?.name ?? '', contact }, visitor: '203.0.113.1', agent: 'a phone next door' });
    const [guessed, asked] = await Promise.all(['eve@example.com', order?.email ?? ''].map(ask));
    // The minutes left to wait may pass from one answer to the next.
    const page = async (answer: Response | undefined) => (await answer?.text())?.replace(/in \d+ minutes?/, '');
    expect([asked?.status, await page(asked)]).toEqual([429, await page(guessed)]);
    const mails = await stage.rows<{ recipient: string; text_body: string }>(stage.a, `select recipient, text_body from outbox where kind = 'tracking.link'`);
    expect(mails.map(({ recipient }) => recipient)).toEqual([order?.email]);
    const key = new URL(/https?:\/\/\S+\/track\?\S+/.exec(mails[0]?.text_body ?? '')?.[0] ?? 'https://none').searchParams.get('key') ?? '';
    const shown = await stage.proxy(stage.a, { query: { key }, visitor: '203.0.113.1' });
    expect([shown.status, (await shown.text()).includes(order?.name ?? '')]).toEqual([200, true]);
  });
});

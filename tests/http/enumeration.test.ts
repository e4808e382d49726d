import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitPolicies } from '../../app/platform/limits/limits.server.ts';
import { appOnStage, type Stage } from '../harness/app-on-stage.ts';

let stage: Stage;
afterAll(() => stage.stop(), 30_000);
beforeAll(async () => void (stage = await appOnStage()), 90_000);

const guesses = 10_000;
const addresses = 50;

describe('ten thousand guesses from fifty addresses', () => {
  it('learn nothing, and stop being answered', async () => {
    const known = stage.a.orders.map(({ name }) => name);
    const answers: { status: number; page: string }[] = [];
    const guess = async (at: number) => {
      // Every other one is of an order that is there, by somebody it is not of.
      const order = at % 2 ? (known[at % known.length] ?? '') : `#9${String(at).padStart(5, '0')}`;
      const contact = `guess-${at}@example.com`;
      const answer = await stage.proxy(stage.a, { form: { order, contact }, visitor: `203.0.113.${at % addresses}` });
      const page = (await answer.text()).replaceAll(order, 'ORDER').replaceAll(contact, 'CONTACT');
      answers.push({ status: answer.status, page });
    };
    let next = 0;
    await Promise.all(Array.from({ length: 100 }, async () => {
      while (next < guesses) await guess(next++);
    }));
    const looked = answers.filter(({ status }) => status === 200);
    expect(new Set(looked.map(({ page }) => page)).size).toBe(1);
    expect(looked.length).toBeLessThanOrEqual(addresses * limitPolicies['lookup-visitor'].points);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(guesses - looked.length);
  }, 180_000);

  it('leave the right words unanswered at their addresses, and neighbours with other browsers and everybody else unharmed', async () => {
    const [order] = stage.a.orders;
    const form = { order: order?.name ?? '', contact: order?.email ?? '' };
    expect((await stage.proxy(stage.a, { form, visitor: '203.0.113.7' })).status).toBe(429);
    const campus = await Promise.all(Array.from({ length: 40 }, (_, at) => {
      const { name, email } = stage.a.orders[at % stage.a.orders.length] ?? { name: '', email: '' };
      return stage.proxy(stage.a, { form: { order: name, contact: email }, visitor: '198.51.100.20' });
    }));
    expect(campus.map(({ status }) => status)).toEqual(campus.map(() => 200));
    expect(await campus[0]?.text()).toContain(stage.a.orders[0]?.name);
  });
});

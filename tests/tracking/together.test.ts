import { afterAll, expect, it } from 'vitest';
import { openStorefront, placeOrder } from './storefront.ts';

const { database, ctx, visit, openDoor } = await openStorefront();
afterAll(() => database.close());

it('visitors whose look-ups are read together each see their own order and no other, and a wrong contact among them sees none', async () => {
  const ids = Array.from({ length: 12 }, (_, at) => String(3000 + at));
  for (const id of ids) await placeOrder(ctx, { id, email: `ada${id}@example.com`, title: `Scarf of ${id}` });
  const door = openDoor();
  const seen = await Promise.all(ids.map((id, at) => visit({ door, form: { order: `#${id}`, contact: at === 5 ? 'eve@example.com' : `ada${id}@example.com` } })));
  for (const [at, { status, html }] of seen.entries()) {
    expect(status).toBe(200);
    expect([...html.matchAll(/Scarf of (\d+)/g)].map(([, id]) => id)).toEqual(at === 5 ? [] : [ids[at]]);
  }
});

it('two visitors who name one order are both answered', async () => {
  const door = openDoor();
  const pages = await Promise.all([1, 2].map(() => visit({ door, form: { order: '3001', contact: 'ada3001@example.com' } })));
  for (const { html } of pages) expect(html).toContain('Scarf of 3001');
});

it('what no database takes for text is a miss for who typed it, and the end of nobody else\'s look-up', async () => {
  const door = openDoor();
  const [odd, even, other] = await Promise.all([
    visit({ door, form: { order: '#30\u000001\ud800', contact: 'eve@example.com' } }),
    visit({ door, form: { order: "#3002'; --", contact: 'eve@example.com' } }),
    visit({ door, form: { order: '#3003', contact: 'ada3003@example.com' } }),
  ]);
  expect([odd?.status, even?.status]).toEqual([200, 200]);
  expect(odd?.html).toContain('role="alert"');
  expect(other?.html).toContain('Scarf of 3003');
});

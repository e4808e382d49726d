import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '#app/platform/db/database.server.ts';
import { freshDatabase } from '../harness/fresh-database.ts';

/** One connection: what a message leaves behind on it, the next would find. */
const database = openDatabase({ url: await freshDatabase(), pool: 1, name: 'test' });
let shopId = 0;
beforeAll(async () => void ({ id: shopId } = await database.platform.shops.create({ data: { domain: 'one.myshopify.com' } })));
afterAll(() => database.close());

const who = { name: 'who', text: 'select current_user as role, app.shop_id() as shop', values: [] };
const anybody = { name: 'anybody', text: `select current_user as role, current_setting('app.shop_id', true) as shop`, values: [] };
const echo = (text: string, list: string[]) => ({ name: 'echo', text: 'select $1::text as text, $2::text[] as list', values: [text, list] });
const settingNamed = (name: string) => ({ name: 'add-setting', text: `insert into settings (name, version, value) values ($1, 1, '{}')`, values: [name] });

it('a statement runs as the shop, what stands before it does not, and nothing of the shop stays on the connection', async () => {
  for (let time = 0; time < 3; time += 1) {
    const [first, rows] = await database.askBothAsShop<{ role: string; shop: string | null }, { role: string; shop: number }>(shopId, anybody, who);
    expect(rows).toEqual([{ role: 'aftercare_app', shop: shopId }]);
    expect([first[0]?.role === 'aftercare_app', first[0]?.shop || null]).toEqual([false, null]);
  }
  expect((await database.pool.query('select current_user as role')).rows[0]).not.toEqual({ role: 'aftercare_app' });
});

it.each([`O'Neil`, `\\'; drop table settings; --`, '$1 $$ {"a": "\\u0041"}', '"double", {braces}', '', '東京\n\t'])('%j arrives as it was given', async (text) => {
  expect(await database.askAsShop(shopId, echo(text, [text, 'other', text]))).toEqual([{ text, list: [text, 'other', text] }]);
  expect(await database.askAsShop(shopId, echo(text, []))).toEqual([{ text, list: [] }]);
});

it('what fails is undone whole, and the next is answered', async () => {
  const naming = { name: 'name-shop', text: 'update platform.shops set name = $1 returning name', values: ['Half'] };
  await expect(database.askBothAsShop(shopId, naming, { name: 'broken', text: 'select 1 / (app.shop_id() - app.shop_id())', values: [] })).rejects.toThrow();
  expect((await database.platform.shops.findUnique({ where: { id: shopId } }))?.name).toBeNull();
  expect((await database.askBothAsShop(shopId, naming, who))[0]).toEqual([{ name: 'Half' }]);
  await expect(database.askAsShop(Number.NaN, who)).rejects.toThrow('no shop');
});

it('what need not wait for the disk is there for whoever asks next', async () => {
  await database.askAsShop(shopId, settingNamed('seen'), { waitsForDisk: false });
  expect(await database.askAsShop(shopId, { name: 'seen', text: `select name from settings where name = 'seen'`, values: [] })).toEqual([{ name: 'seen' }]);
});

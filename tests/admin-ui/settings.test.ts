import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeSetting, readSetting, saveSender, saveSetting, senderSetting } from '#app/modules/settings/index.server.ts';
import { disruptionsSetting, promiseRulesSetting } from '#app/modules/promises/index.server.ts';
import { markSetup } from '#app/modules/home/index.server.ts';
import { setupSetting } from '#app/modules/settings/index.server.ts';
import { openDatabase, type Database } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { freshDatabase } from '#tests/harness/fresh-database.ts';
import { openShop } from '#tests/harness/shop-context.ts';

let database: Database;
let ctx: ShopContext;
let shops = 0;

const newShop = (): Promise<ShopContext> => openShop(database, { domain: `settings-${(shops += 1)}.myshopify.com` }, { clock: { now: () => new Date('2026-11-21T12:00:00Z') } });

const read = (of: ShopContext) => of.tx((tx) => readSetting(tx, senderSetting));
const value = { displayName: 'River', replyTo: 'care@river.example' };

beforeAll(async () => {
  database = openDatabase({ url: await freshDatabase(), pool: 4, name: 'test' });
});
afterAll(() => database.close());
beforeEach(async () => {
  ctx = await newShop();
});

describe('a setting', () => {
  it('has its initial value until it is set', async () => {
    expect(await read(ctx)).toEqual({ value: { displayName: '', replyTo: '' }, version: 0 });
  });

  it('keeps what was saved, one version on, and who saved it', async () => {
    expect(await changeSetting(ctx, senderSetting, { value, version: 0, by: '77' })).toEqual({ value, version: 1 });
    expect(await read(ctx)).toEqual({ value, version: 1 });
    const [row] = await ctx.tx((tx) => tx.settings.findMany());
    expect(row?.updated_by).toBe('77');
  });

  it('is not seen by another shop', async () => {
    await changeSetting(ctx, senderSetting, { value, version: 0, by: null });
    expect((await read(await newShop())).version).toBe(0);
  });

  it('refuses a change made on an older version and keeps the newer value', async () => {
    await changeSetting(ctx, senderSetting, { value, version: 0, by: null });
    await changeSetting(ctx, senderSetting, { value: { ...value, displayName: 'Second' }, version: 1, by: null });
    for (const version of [0, 1, 7]) {
      await expect(changeSetting(ctx, senderSetting, { value, version, by: null })).rejects.toMatchObject({ code: 'conflict', status: 409 });
    }
    expect((await read(ctx)).value.displayName).toBe('Second');
  });

  it('lets exactly one of two people who save at once have their way', async () => {
    const both = await Promise.allSettled([0, 0].map((version) => changeSetting(ctx, senderSetting, { value, version, by: null })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('counts as unset where what is stored no longer fits its shape', async () => {
    await ctx.tx((tx) => tx.settings.create({ data: { name: 'sender', value: { old: true }, version: 4 } }));
    expect(await read(ctx)).toEqual({ value: senderSetting.initial, version: 4 });
  });
});

describe('the form of the sender', () => {
  const form = (version: string, part: object = {}) => {
    const data = new FormData();
    for (const [name, text] of Object.entries({ ...value, version, ...part })) data.set(name, text);
    return data;
  };

  it('saves on the version it was opened with and says that somebody was faster on an older one', async () => {
    expect(await saveSender(ctx, form('0'), null)).toEqual({ saved: { value, version: 1 } });
    expect(await saveSender(ctx, form('0'), null)).toEqual({ errors: { fields: {}, form: 'conflict' } });
  });

  it('saves nothing where a field is wrong', async () => {
    expect(await saveSender(ctx, form('0', { replyTo: 'nobody' }), null)).toEqual({ errors: { fields: { replyTo: 'email' }, form: null } });
    expect((await read(ctx)).version).toBe(0);
  });

  it('treats a version that is no number as an older one', async () => {
    expect(await saveSender(ctx, form('latest'), null)).toEqual({ errors: { fields: {}, form: 'conflict' } });
  });
});

describe('the set-up guide', () => {
  it('keeps both marks of two people who mark at once', async () => {
    await Promise.all([markSetup(ctx, { trackingPageOpened: true }, null), markSetup(ctx, { dismissed: true }, null)]);
    expect((await ctx.tx((tx) => readSetting(tx, setupSetting))).value).toEqual({ trackingPageOpened: true, dismissed: true });
  });
});

describe('a setting saved whole from its form', () => {
  const form = (value: unknown, version: number) => {
    const filled = new FormData();
    filled.set('version', String(version));
    filled.set('value', typeof value === 'string' ? value : JSON.stringify(value));
    return filled;
  };
  const save = (setting: Parameters<typeof saveSetting<unknown>>[1], value: unknown, version = 0) => saveSetting(ctx, setting, form(value, version), { by: 'ada' });

  it('is stored and answered with its new version, and what rests on it is reckoned anew', async () => {
    const told: string[] = [];
    const saved = await saveSetting(ctx, disruptionsSetting, form([strike], 0), { by: 'ada', afterwards: async () => told.push('anew') });
    expect(saved).toEqual({ saved: { value: [strike], version: 1 } });
    expect(await ctx.tx((tx) => readSetting(tx, disruptionsSetting))).toEqual({ value: [strike], version: 1 });
    expect(told).toEqual(['anew']);
  });

  it('is not stored where what rests on it was not reckoned anew', async () => {
    const dies = () => Promise.reject(new Error('The worker died.'));
    await expect(saveSetting(ctx, disruptionsSetting, form([strike], 0), { by: 'ada', afterwards: dies })).rejects.toThrow('The worker died.');
    expect((await ctx.tx((tx) => readSetting(tx, disruptionsSetting))).version).toBe(0);
  });

  it('names each wrong field by its place, once, and changes nothing', async () => {
    expect(await save(disruptionsSetting, [strike, { ...strike, carrier: null, reason: ' ', extraDays: 0, to: '2026-11-01' }])).toEqual({
      errors: { fields: { '1.country': 'carrierOrCountry', '1.extraDays': 'days', '1.reason': 'required', '1.to': 'range' }, form: null },
    });
    expect(await save(promiseRulesSetting, { ...promiseRulesSetting.initial, processing: { min: 5, max: 2 }, cutOff: '25:00' })).toEqual({
      errors: { fields: { processing: 'range', cutOff: 'time' }, form: null },
    });
    expect((await ctx.tx((tx) => readSetting(tx, disruptionsSetting))).version).toBe(0);
  });

  it('says in a word of ours what a schema says in sentences', async () => {
    expect(await save(promiseRulesSetting, { ...promiseRulesSetting.initial, respectHolidays: 'perhaps' })).toEqual({ errors: { fields: { respectHolidays: 'invalid' }, form: null } });
    expect(await save(disruptionsSetting, 'not JSON')).toEqual({ errors: { fields: { form: 'invalid' }, form: null } });
  });

  it('of which somebody else saved a newer version is not overwritten', async () => {
    await save(disruptionsSetting, [strike]);
    expect(await save(disruptionsSetting, [])).toEqual({ errors: { fields: {}, form: 'conflict' } });
    expect(await save(disruptionsSetting, [], 1)).toMatchObject({ saved: { version: 2 } });
  });
});

const strike = { carrier: 'ups', country: null, from: '2026-11-20', to: '2026-11-24', extraDays: 2, reason: 'Strike' };

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { answerLogo, brandSetting, brandView, changeBrand } from '#app/modules/brand/index.server.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import { openTestShops } from '../outbox/shop-context.ts';

const { database, newShop } = await openTestShops();
const folder = mkdtempSync(join(tmpdir(), 'brand-'));
const files = createDiskStore(folder);
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});
type Shop = Awaited<ReturnType<typeof newShop>>;

const change = (ctx: Shop, fields: Record<string, string | Blob>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return changeBrand(ctx, form, { files, by: null, locale: 'en' });
};
const picture = async (width: number, red = 200) => new Blob([new Uint8Array(await sharp({ create: { width, height: 40, channels: 4, background: { r: red, g: 30, b: 30, alpha: 0.5 } } }).png().toBuffer())]);
const kept = (ctx: Shop) => readdirSync(join(folder, 'shops', String(ctx.shop.id), 'brand'));

describe('a logo', () => {
  it('is kept as a PNG under the name of its content, once, and given to whoever asks for it at that shop', async () => {
    const ctx = await newShop();
    const first = await change(ctx, { intent: 'keep-logo', logo: await picture(1_200) });
    expect(first).toEqual({ logo: { file: expect.stringMatching(/^[0-9a-f]{32}\.png$/), width: 600, height: 20 } });
    expect(await change(ctx, { intent: 'keep-logo', logo: await picture(1_200) })).toEqual(first);
    const [file = ''] = kept(ctx);
    expect(kept(ctx)).toHaveLength(1);
    const bytes = await (await answerLogo(ctx.shop, files, file)).arrayBuffer();
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 600, hasAlpha: true });
    await expect(answerLogo((await newShop()).shop, files, file)).rejects.toMatchObject({ status: 404 });
    await expect(answerLogo(ctx.shop, files, '../../secret')).rejects.toMatchObject({ status: 404 });
  });

  it('that is no picture is refused with the reason, and nothing is kept', async () => {
    const ctx = await newShop();
    expect(await change(ctx, { intent: 'keep-logo', logo: new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']) })).toEqual({ refused: 'not_a_picture' });
    await expect(change(ctx, { intent: 'keep-logo', logo: 'no file' })).rejects.toMatchObject({ status: 400 });
    expect(() => kept(ctx)).toThrow();
  });

  it('stays for the mails that left with it, until twelve newer ones came', async () => {
    const ctx = await newShop();
    for (let at = 0; at < 13; at += 1) await change(ctx, { intent: 'keep-logo', logo: await picture(40, at * 10) });
    expect(kept(ctx)).toHaveLength(12);
  });
});

describe('the page of the brand', () => {
  const value = { ...brandSetting.initial, button: '#0b5a3c', address: 'Weg 1', footer: 'Bis bald <b>!</b>' };

  it('shows a mail in what is being changed, saves it, and then shows that', async () => {
    const ctx = await newShop();
    const shown = await change(ctx, { intent: 'show-brand', value: JSON.stringify(value) });
    expect(shown).toMatchObject({ shown: expect.stringContaining('Bis bald &lt;b&gt;!&lt;/b&gt;') });
    expect((await brandView(ctx, 'en')).sample).not.toContain('Bis bald');
    expect(await change(ctx, { intent: 'save-brand', version: '0', value: JSON.stringify(value) })).toMatchObject({ saved: { version: 1 } });
    expect((await brandView(ctx, 'zh-CN')).sample).toContain('#0b5a3c');
  });

  it('names what is wrong, and shows and keeps nothing of it', async () => {
    const ctx = await newShop();
    const wrong = JSON.stringify({ ...value, button: '#ffffff', logo: { url: 'http://shop.example/logo.png' } });
    expect(await change(ctx, { intent: 'show-brand', value: wrong })).toEqual({ shown: null });
    expect(await change(ctx, { intent: 'save-brand', version: '0', value: wrong })).toMatchObject({ errors: { form: null } });
    expect((await brandView(ctx, 'en')).brand.version).toBe(0);
  });
});

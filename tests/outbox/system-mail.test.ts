import { afterAll, describe, expect, it } from 'vitest';
import { minute } from '../../app/kernel/time.ts';
import { messageDetail, renderSystemMail, sendTestMessage } from '../../app/modules/outbox/index.server.ts';
import { openTestShops } from './shop-context.ts';

const { database, newShop } = await openTestShops();
afterAll(() => database.close());

describe('a system mail', () => {
  const mail = { locale: 'zh-CN', shopName: 'A & <b>B</b>', heading: 'Data & more', paragraphs: ['1 < 2'], action: { label: 'Open', url: 'https://app.example/?a=1&b=2' } };

  it('says the same in HTML and in text, in the reader\'s language, escaped where it is markup', () => {
    const { html, text } = renderSystemMail(mail);
    expect(html).toContain('<html dir="ltr" lang="zh-CN">');
    expect(html).toContain('A &amp; &lt;b&gt;B&lt;/b&gt;');
    expect(html).toContain('href="https://app.example/?a=1&amp;b=2"');
    expect(text).toBe('Data & more\n\n1 < 2\n\nOpen:\nhttps://app.example/?a=1&b=2\n\n-- \n由 Aftercare 代 A & <b>B</b> 发送。');
  });
});

describe('a test message', () => {
  it('is queued like any other, in the merchant\'s language', async () => {
    const ctx = await newShop();
    const { id } = await sendTestMessage(ctx, { to: 'owner@example.com', locale: 'zh-TW' });
    expect(await messageDetail(ctx, id)).toMatchObject({ kind: 'outbox.test', state: 'queued', locale: 'zh-CN', subject: '来自 Nordlicht & Co 的测试邮件' });
  });

  it('is sent once a minute per shop, however many ask at once', async () => {
    const ctx = await newShop();
    const asked = await Promise.allSettled(Array.from({ length: 4 }, () => sendTestMessage(ctx, { to: 'owner@example.com', locale: 'en' })));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(sendTestMessage(ctx, { to: 'owner@example.com', locale: 'en' })).rejects.toMatchObject({ status: 429, code: 'too_soon' });
    ctx.clock.offset = minute + 1_000;
    await expect(sendTestMessage(ctx, { to: 'owner@example.com', locale: 'en' })).resolves.toMatchObject({ isNew: true });
    await expect(sendTestMessage(await newShop(), { to: 'owner@example.com', locale: 'en' })).resolves.toMatchObject({ isNew: true });
  });

  it('to something that is no address is refused beside its field', async () => {
    await expect(sendTestMessage(await newShop(), { to: 'owner', locale: 'en' })).rejects.toMatchObject({ status: 422, details: { field: 'to' } });
  });
});

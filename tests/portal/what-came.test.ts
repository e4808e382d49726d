import { describe, expect, it } from 'vitest';
import { openRequestsStage } from '../returns-requests/stage.ts';
import { lookedAt, paidBack } from './looked-at.ts';
import { openPortalShop } from './portal-shop.ts';

const stage = await openRequestsStage();

describe('who follows a return', () => {
  it('reads what was not accepted and why, as text', async () => {
    const shop = await openPortalShop(stage);
    const { request } = await lookedAt(shop, 'refund');
    const { text, html } = await shop.step('follow', { request });
    expect(text).toContain('What we could not accept Thing Not accepted: 1 The &lt;b&gt;handle&lt;/b&gt; is broken off. If you see it differently, write to us.');
    expect(html).not.toContain('<b>handle');
    expect(text).not.toContain('What was paid back');
  });

  it.each([
    ['original', 'refund', 'to the payment method of your order'],
    ['store_credit', 'store_credit', 'as store credit'],
  ] as const)('reads how much was paid back, when and to %s', async (to, outcome, means) => {
    const shop = await openPortalShop(stage);
    const { request, returnId } = await lookedAt(shop, outcome);
    await paidBack(shop, returnId, to);
    const { text } = await shop.step('follow', { request });
    expect(text).toMatch(new RegExp(`What was paid back €20\\.00 on [^.]*2026, ${means}`));
    expect(text).toContain('As it stood when you confirmed:');
    expect(text).not.toContain('It is refunded once');
  });

  it('is not told any more how to send what is here', async () => {
    const shop = await openPortalShop(stage);
    const { request } = await lookedAt(shop, 'refund');
    expect((await shop.step('follow', { request })).text).not.toContain('How to send it back');
  });
});

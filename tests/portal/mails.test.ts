import { describe, expect, it } from 'vitest';
import { switchNotice } from '#app/modules/notices/index.server.ts';
import { policyAct } from '#app/wiring/policy-act.server.ts';
import { openRequestsStage, tooSmall } from '../returns-requests/stage.ts';
import { confirm } from './page-states.ts';
import { customerOf, openPortalShop, type PortalShop } from './portal-shop.ts';

const stage = await openRequestsStage();

/** A shop whose portal its merchant opened by the click on the page of the policy. */
async function openedByClick(promised: Parameters<typeof stage.open>[0] = {}): Promise<PortalShop> {
  const shop = await stage.open(promised);
  const granted = { ...shop.ctx, shop: { ...shop.ctx.shop, scopes: [...shop.ctx.shop.scopes, 'write_returns'] } };
  const form = new FormData();
  form.set('intent', 'open-portal');
  form.set('version', '0');
  expect(await policyAct(granted, { form, by: '7' })).toEqual({ is: 'done', did: 'open-portal' });
  return { ...shop, ...customerOf(shop, shop.orderId) };
}

/** Goes to the confirmation, and answers every page on the way with the one at the end. */
async function walked(shop: PortalShop): Promise<string[]> {
  const { lineId } = shop;
  await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
  const outcomes = await shop.step('reasons', { [`reason-${lineId}`]: tooSmall });
  const back = await shop.step('outcomes', { [`outcome-${lineId}`]: 'refund' });
  const review = await shop.step('back', { back: 'label' });
  return [outcomes, back, review, await confirm(shop, review)].map(({ text }) => text);
}

const off = async (shop: PortalShop, ...kinds: string[]) => {
  for (const kind of kinds) await switchNotice(shop.ctx, { kind, on: false, by: '7' });
};
const byPerson = { base: { approval: { by: 'person' as const } } };

describe('the pages promise by email what is sent', () => {
  it('all of it once the portal was opened', async () => {
    const [outcomes, , review, asked] = await walked(await openedByClick(byPerson));
    expect(outcomes).toContain('We look at it first and answer by email.');
    expect(review).toContain('A person looks at it first and answers by email.');
    expect(asked).toContain('A person answers by email.');
    const [, , , send] = await walked(await openedByClick());
    expect(send).toContain('The label follows by email, and appears here.');
  });

  it('nothing where the shop sends none', async () => {
    const pages = [...(await walked(await openPortalShop(stage, byPerson))), ...(await walked(await openPortalShop(stage)))];
    for (const page of pages) expect(page).not.toMatch(/e-?mail/i);
    expect(pages[0]).toContain('We look at it first; the answer appears on the page of your return.');
    expect(pages[2]).toContain('A person looks at it first; the answer appears here.');
    expect(pages[3]).toContain('A person looks at it; the answer appears here.');
    expect(pages[7]).toContain('The label appears here as soon as it is ready.');
  });

  it('no answer where one of the two answers is not sent, and the label all the same', async () => {
    const shop = await openedByClick(byPerson);
    await off(shop, 'return_declined');
    expect((await walked(shop)).join()).not.toContain('answers by email');
    const other = await openedByClick();
    await off(other, 'return_declined');
    expect((await walked(other))[3]).toContain('The label follows by email');
  });

  it('and an exception is answered where the answer is sent', async () => {
    for (const sends of [true, false]) {
      const shop = await openedByClick({ base: { period: { kind: 'final_sale' } } });
      if (!sends) await off(shop, 'return_approved');
      await shop.step('items', { line: shop.lineId });
      const { text } = await shop.step('reasons', { [`reason-${shop.lineId}`]: tooSmall });
      expect(text).toContain(sends ? 'A person reads it and answers by email.' : 'A person reads it; the answer appears on the page of your return.');
    }
  });
});

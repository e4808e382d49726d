import { describe, expect, it } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { noMails } from '#app/modules/portal/mails.ts';
import { howItStands } from '#app/modules/portal/ui/how-it-stands.ts';
import { portalWords } from '#app/modules/portal/words.ts';
import { changeRequest, requestDetail, type RequestView } from '#app/modules/returns/index.server.ts';
import { readReturnsOf } from '#app/modules/returns/read-returns.server.ts';
import { confirmed, label, openRequestsStage } from '../returns-requests/stage.ts';
import { lookedAt, paidBack, received } from './looked-at.ts';
import { openPortalShop, type PortalPage } from './portal-shop.ts';

const stage = await openRequestsStage();

/** The steps of a page with how each stands. */
const stepsOf = ({ html }: PortalPage) => [...html.matchAll(/ac-is-(\w+)"[^>]*>.*?ac-step-name">([^<]*)</g)].map(([, standing, name]) => `${name} ${standing}`);

describe('the page of a return', () => {
  it('says of one that was refunded before anything was sent that it is refunded, and asks for nothing more', async () => {
    const shop = await openPortalShop(stage);
    const request = await confirmed(shop, [shop.wish({ units: 2 })]);
    await readReturnsOf(shop.known, shop.orderId);
    await paidBack(shop, numericId('Return', shop.returns()[0]?.id ?? ''), 'original');
    const page = await shop.step('follow', { request });
    expect(page.text).toMatch(/Refunded There is nothing left to send\..*What was paid back €20\.00 on [^.]*2026, to the payment method of your order/);
    expect(stepsOf(page)).toEqual(['Asked done', 'Approved done', 'Settled done']);
    expect(page.text).not.toMatch(/How to send it back|How to pack|Print the label|It is refunded once|on its way/);
  });

  it('says what of it has arrived and what is still expected', async () => {
    const shop = await openPortalShop(stage);
    const request = await confirmed(shop, [shop.wish({ units: 1 }), shop.wish({ units: 2, outcome: 'store_credit' })]);
    await readReturnsOf(shop.known, shop.orderId);
    const credited = shop.returns().find(({ lineItems }) => lineItems[0]?.quantity === 2);
    await received(shop, credited, 2);
    await paidBack(shop, numericId('Return', credited?.id ?? ''), 'store_credit');
    const page = await shop.step('follow', { request });
    expect(page.text).toContain('Part of your return has arrived Still expected: Thing (1).');
    expect(page.text).toMatch(/What was paid back €2\d\.00 on [^.]*2026, as store credit/);
    expect(page.text).not.toContain('Please send it back now');
    expect(stepsOf(page)).toEqual(['Asked done', 'Approved done', 'Sent done', 'Arrived current', 'Settled open']);
  });

  it('explains how to send it only once nobody has to decide any more', async () => {
    const shop = await openPortalShop(stage, { base: { approval: { by: 'person' } } });
    const request = await confirmed(shop, [shop.wish()]);
    await readReturnsOf(shop.known, shop.orderId);
    const page = await shop.step('follow', { request });
    expect(page.text).toContain('Please send nothing before that.');
    expect(page.text).not.toMatch(/How to send it back|How to pack/);
    expect(stepsOf(page)[1]).toBe('Approved open');
  });

  it('asks nobody to send before the label is there, names the return, and lights no step ahead of it', async () => {
    const shop = await openPortalShop(stage);
    const request = await confirmed(shop, [shop.wish()]);
    await readReturnsOf(shop.known, shop.orderId);
    const page = await shop.step('follow', { request });
    expect(page.text).toContain('Your label is being prepared It appears on this page as soon as it is ready.');
    expect(page.text).toContain(`Return number: ${shop.returns()[0]?.name}`);
    expect(stepsOf(page)).toEqual(['Asked done', 'Approved current', 'Sent open', 'Arrived open', 'Settled open']);
  });

  it('leads from one that was changed to what took its place', async () => {
    const shop = await openPortalShop(stage);
    const request = await confirmed(shop, [shop.wish({ units: 3 })]);
    await readReturnsOf(shop.known, shop.orderId);
    const lines = [shop.wish({ units: 1 })];
    const changed = await changeRequest(shop.ctx, request, { lines, wayBack: label, shown: { refund: 1_000, owed: 0, bonus: 0, currency: 'EUR' }, requestKey: 'changed', locale: 'en', source: 'portal', actor: null });
    if (changed.is !== 'made') throw new Error(changed.is);
    await readReturnsOf(shop.known, shop.orderId);
    const page = await shop.step('follow', { request });
    expect(page.text).toContain('You changed this return');
    expect(page.text).toContain('See the changed return');
    expect(page.html).toContain(`name="request" value="${changed.requestId}"`);
    expect(page.text).not.toContain('was cancelled');
    expect((await shop.step('show', { step: 'items' })).text).not.toContain('was cancelled');
  });

  it('says that what was chosen leaves once it is paid, and not that it is on its way before', async () => {
    const shop = await openPortalShop(stage);
    const { request } = await lookedAt(shop, 'refund');
    const view: RequestView = { ...(await requestDetail(shop.ctx, request)), state: 'settling' };
    const exchanged = { ...view, lines: view.lines.map((line) => ({ ...line, outcome: 'other_product' as const })) };
    const visit = { say: portalWords(['en']).t, words: { locale: 'en' }, gift: false, mails: noMails };
    const next = (of: RequestView, owed: number) => howItStands(visit, of, [], owed > 0 ? { amount: { minor: owed, currency: 'EUR' }, payUrl: null } : null).next;
    expect([next(exchanged, 13_175), next(exchanged, 0), next(view, 0)]).toEqual(['What you chose leaves once what is still open is paid.', 'What you chose is being prepared and sent to you.', 'We are settling it now.']);
  });
});

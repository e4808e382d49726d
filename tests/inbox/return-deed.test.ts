import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { beginReturn, type ReturnClicked } from '#app/modules/inbox/deeds/begin-return.server.ts';
import type { ChosenLine } from '#app/modules/inbox/deeds/chosen-line.ts';
import { previewReturn, type ReturnPreview } from '#app/modules/inbox/deeds/preview-return.server.ts';
import { readDeedAsked, readDeedClicked } from '#app/modules/inbox/deeds/read-deed.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import type { Settlement } from '#app/modules/returns/policy/matters.ts';
import { numericId } from '#app/kernel/ids.ts';
import { openLedgerStage } from '../compensation/stage.ts';
import { addSizes } from '../exchanges/stage.ts';
import { seededStaff, seedTicket } from '../inbox-stage.ts';
import { losing } from '../returns/processing/stage.ts';
import { other, promise, tooSmall } from '../returns-requests/stage.ts';
import { actsOf, clickOf, openScene, setRights, type Scene } from './deed-stage.ts';

const stage = await openLedgerStage();
const trackingUrl = (orderId: string) => `https://shop.example/o/${orderId}`;

/** Anna's ticket about three cups in a shop that promises returns. */
async function open(base: Partial<Settlement> = {}, through?: (client: AdminClient) => AdminClient): Promise<Scene> {
  const scene = await openScene(await stage.open(through));
  await promise(scene.shop.ctx, base);
  return scene;
}
const lineOf = ({ lineId }: Scene, more: Partial<ChosenLine> = {}): ChosenLine => ({ lineId, units: 1, reasonId: tooSmall, outcome: 'refund', variantId: null, ...more });
const look = (scene: Scene, lines: ChosenLine[] = [], way = ''): Promise<ReturnPreview> => previewReturn(scene.shop.known, { ...clickOf(scene), lines, way, locale: 'en', trackingUrl });

/** A click on what was shown. */
async function clickFor(scene: Scene, line: ChosenLine, typed: { note?: string; exception?: string } = {}): Promise<ReturnClicked> {
  const { key, way, means } = await look(scene, [line]);
  const shown = means?.shown ?? { refund: 0, owed: 0, bonus: 0, currency: 'EUR' };
  return { ...clickOf(scene), key, lines: [line], typed: [{ lineId: line.lineId, note: '', answers: [], exception: '', ...typed }], way, shown, trackingUrl };
}
const returnsOf = ({ shop, order }: Scene) => [...shop.world.returns.where('order', order.id)].map(({ status }) => status);
const requestsOf = ({ shop, orderId }: Scene) => shop.ctx.tx((tx) => tx.return_requests.findMany({ where: { order_id: orderId } }));
const told = ({ shop, orderId }: Scene) => shop.ctx.tx((tx) => tx.journal.count({ where: { order_id: orderId, type: 'staff.acted' } }));

describe('what a return begun beside a ticket would mean', () => {
  it('is told by the policy line by line, and begins nothing', async () => {
    const scene = await open();
    expect(await look(scene)).toMatchObject({ mayBegin: true, isUnpromised: false, means: null, problems: [], sentence: null, lines: [{ left: 3, why: null, variants: null }] });
    const shown = await look(scene, [lineOf(scene, { units: 2 })]);
    expect(shown).toMatchObject({ means: { shown: { refund: 2000, owed: 0 }, approval: 'nobody', rows: [{ kind: 'price', quantity: 2, amount: 2000 }] }, sentence: expect.stringContaining('2 × ') });
    expect([returnsOf(scene), await requestsOf(scene), await actsOf(scene)]).toEqual([[], [], []]);
  });

  it('says why nothing can come back, and where nothing is promised', async () => {
    const silent = await openScene(await stage.open());
    expect(await look(silent)).toMatchObject({ isUnpromised: true, lines: [], means: null });
    const scene = await open();
    await beginReturn(scene.shop.ctx, await clickFor(scene, lineOf(scene, { units: 3 })));
    expect((await look(scene)).lines).toMatchObject([{ left: 0, why: 'already_coming_back', outcomes: [] }]);
  });

  it('names the clause that refuses, and leaves photos to the customer', async () => {
    const refused = await open({ period: { kind: 'final_sale' } });
    const [line] = (await look(refused, [lineOf(refused)])).lines;
    expect(line?.outcomes.find(({ outcome }) => outcome === 'refund')).toMatchObject({ refusal: expect.stringContaining('sale'), waits: true });
    const pictured = await open({ evidence: { photos: 2, questions: [] } });
    const { lines, means } = await look(pictured, [lineOf(pictured)]);
    expect([lines[0]?.outcomes.find(({ outcome }) => outcome === 'refund')?.photos, means]).toEqual([2, null]);
  });

  it('links to the order only where it is surely theirs', async () => {
    const scene = await open();
    expect((await look(scene, [lineOf(scene)])).sentence).toContain(trackingUrl(scene.orderId));
    const ticketId = await seedTicket(scene.shop.ctx, { email: 'eve@example.com', name: 'Eve' });
    expect((await look({ ...scene, ticketId }, [lineOf(scene)])).sentence).not.toContain('https://');
  });

  it('puts no space behind a full-width stop', async () => {
    const scene = await open();
    await scene.shop.ctx.tx((tx) => tx.tickets.updateMany({ where: { id: scene.ticketId }, data: { locale: 'zh-CN' } }));
    expect((await look(scene, [lineOf(scene)])).sentence).toMatch(/。[^\s]/);
  });
});

describe('beginning a return beside a ticket', () => {
  it('makes it once however often it is clicked, and the ticket and the story tell of it once', async () => {
    const scene = await open();
    const click = await clickFor(scene, lineOf(scene, { units: 3 }));
    expect([await beginReturn(scene.shop.ctx, click), await beginReturn(scene.shop.ctx, click)]).toMatchObject([{ is: 'done', sentence: expect.stringContaining('3 × ') }, { is: 'done', sentence: expect.stringContaining('3 × ') }]);
    const requests = await requestsOf(scene);
    expect([returnsOf(scene), requests.map(({ source, actor }) => [source, actor])]).toEqual([['OPEN'], [['staff', seededStaff.mia]]]);
    expect([await actsOf(scene), await told(scene)]).toEqual([[{ act: 'return', orderId: scene.orderId, ref: requests[0]?.id, actor: seededStaff.mia }], 1]);
  });

  it('of two clicks at once takes the units once', async () => {
    const scene = await open();
    const line = lineOf(scene, { units: 3 });
    const clicks = [await clickFor(scene, line), await clickFor(scene, line)];
    const answers = await Promise.all(clicks.map((click) => beginReturn(scene.shop.ctx, click)));
    expect([answers.map(({ is }) => is).toSorted(), (await requestsOf(scene)).length, (await actsOf(scene)).length]).toEqual([['done', 'moved'], 1, 1]);
  });

  it('asks for what the policy refuses as an exception, with words alone', async () => {
    const scene = await open({ period: { kind: 'final_sale' } });
    const line = lineOf(scene);
    const bare = await clickFor(scene, line);
    expect(await beginReturn(scene.shop.ctx, bare)).toEqual({ is: 'invalid', fields: ['refused'] });
    expect([returnsOf(scene), await actsOf(scene)]).toEqual([[], []]);
    expect(await beginReturn(scene.shop.ctx, await clickFor(scene, line, { exception: 'A regular customer.' }))).toMatchObject({ is: 'done', sentence: expect.stringContaining('send nothing') });
    expect(returnsOf(scene)).toEqual(['REQUESTED']);
    expect(await scene.shop.ctx.tx((tx) => tx.return_request_lines.findMany({ select: { exception: true } }))).toEqual([{ exception: 'A regular customer.' }]);
  });

  it('wants words with another reason, an amount as it was shown, and a way that is offered', async () => {
    const scene = await open();
    const { ctx } = scene.shop;
    expect(await beginReturn(ctx, await clickFor(scene, lineOf(scene, { reasonId: other })))).toEqual({ is: 'invalid', fields: ['note_missing'] });
    const click = await clickFor(scene, lineOf(scene));
    expect(await beginReturn(ctx, { ...click, shown: { ...click.shown, refund: 1001 } })).toEqual({ is: 'moved' });
    expect(await beginReturn(ctx, { ...click, way: 'shop.nowhere' })).toEqual({ is: 'moved' });
    expect([returnsOf(scene), await requestsOf(scene), await actsOf(scene), await told(scene)]).toEqual([[], [], [], 0]);
  });

  it('exchanges for another form with stock, and not for one that is sold out', async () => {
    const shop = await stage.open();
    const { sizes } = addSizes(shop.world, 'Jumper', { S: 4, M: 2, L: 0 });
    const idOf = (at: number) => numericId('ProductVariant', sizes[at]?.id ?? '');
    const scene = await openScene(shop, { lineItems: [{ variantId: sizes[0]?.id ?? '', quantity: 2 }] });
    await promise(shop.ctx, {});
    const wished = (at: number) => lineOf(scene, { outcome: 'exchange', variantId: idOf(at) });
    const undecided = await look(scene, [{ ...wished(1), variantId: null }]);
    expect([undecided.means, undecided.lines[0]?.variants?.map(({ title, stock }) => [title, stock])]).toEqual([null, [['S', 'in_stock'], ['M', 'in_stock'], ['L', 'sold_out']]]);
    expect(await look(scene, [wished(2)])).toMatchObject({ means: null, problems: ['sold_out'], sentence: null });
    expect(await beginReturn(shop.ctx, await clickFor(scene, wished(2)))).toEqual({ is: 'moved' });
    expect(await beginReturn(shop.ctx, await clickFor(scene, wished(1)))).toMatchObject({ is: 'done' });
    expect([...shop.world.returns.where('order', scene.order.id)].map(({ exchangeLineItems }) => exchangeLineItems.map(({ variantId }) => variantId))).toEqual([[sizes[1]?.id]]);
  });

  it('is refused to who may only look', async () => {
    const scene = await open();
    const click = await clickFor(scene, lineOf(scene));
    await setRights(scene, { everybody: 'look_only' });
    expect(await look(scene)).toMatchObject({ mayBegin: false });
    expect([await beginReturn(scene.shop.ctx, click), returnsOf(scene)]).toEqual([{ is: 'forbidden' }, []]);
  });

  it('goes on by itself where Shopify’s answer was lost, and is told once', async () => {
    const scene = await open({}, losing('after'));
    const click = await clickFor(scene, lineOf(scene));
    expect([await beginReturn(scene.shop.ctx, click), returnsOf(scene), (await actsOf(scene)).length]).toEqual([{ is: 'running' }, ['OPEN'], 1]);
  });
});

describe('what a form says of a return', () => {
  it('is read whole or not at all', () => {
    const asked = (lines: string) => readDeedAsked(new URLSearchParams({ deed: 'return', order: '5', lines, way: '', locale: 'en' }));
    expect(asked('7.2.3.exchange.9,8.0...,9.1...')).toMatchObject({ lines: [{ lineId: '7', units: 2, reasonId: '3', outcome: 'exchange', variantId: '9' }, { lineId: '9', units: 1, reasonId: null, outcome: null, variantId: null }] });
    for (const wrong of ['7', '7.x...', '7.1.3.gold.', '7.1...,7.1...']) expect(asked(wrong)).toBeNull();
    const form = new FormData();
    for (const [name, value] of Object.entries({ deed: 'return', order: '5', key: randomUUID(), lines: '7.1.3.refund.', way: 'own_label.', refund: '10', owed: '0', bonus: '0', currency: 'EUR', typed: '{' })) form.set(name, value);
    expect(readDeedClicked(form)).toEqual({ invalid: ['typed'] });
  });
});

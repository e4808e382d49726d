import { beforeAll, describe, expect, it } from 'vitest';
import { forgetLabels, lookAtGiveBacks, noteNumber, noteReturns, removeLabelFiles } from '#app/modules/labels/index.server.ts';
import { labelFileKey } from '#app/modules/labels/make/label-file.ts';
import { choice, openLabelsStage, type LabelsStage } from './stage.ts';

let stage: LabelsStage;
beforeAll(async () => {
  stage = await openLabelsStage();
  await stage.connect('easypost');
}, 120_000);

const pdf = (words = 'a label') => new File([`%PDF-1.4 ${words}`], 'label.pdf', { type: 'application/pdf' });
const key = () => crypto.randomUUID();
const number = (record: Parameters<LabelsStage['deliveries']>[0]) => stage.deliveries(record).map(({ tracking }) => tracking?.number);

describe('a label that people of the shop upload', () => {
  it('waits for them, is kept with its cost, and told to Shopify with its number', async () => {
    const { record, ...back } = await stage.returned();
    await stage.begin(back, choice('label'));
    await stage.work();
    expect(await stage.label(back.returnId)).toMatchObject({ state: 'wanted', maker: 'hand', attached: false });
    expect(stage.deliveries(record)).toEqual([]);
    expect(await stage.act(back.returnId, { intent: 'upload', file: pdf(), carrier: 'DHL', number: 'JD01', cost: '4,90' })).toEqual({ is: 'done' });
    await stage.work();
    expect(await stage.label(back.returnId)).toMatchObject({ state: 'ready', file: 'pdf', carrier: 'DHL', number: 'JD01', cost: { minor: 490, currency: stage.ctx.shop.currency }, attached: true });
    expect(number(record)).toEqual(['JD01']);
  });

  it('is told without a number too, once', async () => {
    const { record, ...back } = await stage.returned();
    expect(await stage.act(back.returnId, { intent: 'upload', file: pdf() })).toEqual({ is: 'done' });
    await stage.work();
    await stage.ctx.tx((tx) => noteReturns(tx, back.orderId, [{ id: back.returnId, status: 'open' }], stage.ctx.clock.now()));
    await stage.work();
    expect(stage.deliveries(record).map(({ tracking, label }) => [tracking, label === null])).toEqual([[null, false]]);
  });

  it('is told by its number alone where that is all there is, and waits for no file; one that comes later is told too', async () => {
    const { record, ...back } = await stage.returned();
    await stage.begin(back, choice('label'));
    await stage.work();
    expect(await stage.act(back.returnId, { intent: 'number', carrier: 'UPS', number: '1Z999AA10123456784' })).toEqual({ is: 'done' });
    await stage.work();
    expect(await stage.label(back.returnId)).toMatchObject({ maker: 'hand', state: 'ready', file: null, number: '1Z999AA10123456784', attached: true });
    expect(number(record)).toEqual(['1Z999AA10123456784']);
    expect(await stage.act(back.returnId, { intent: 'upload', file: pdf(), number: '1Z999AA10123456784' })).toEqual({ is: 'done' });
    await stage.work();
    expect(await stage.label(back.returnId)).toMatchObject({ state: 'ready', file: 'pdf', attached: true });
    expect(stage.deliveries(record).map(({ tracking, label }) => [tracking?.number, label === null])).toEqual([['1Z999AA10123456784', false]]);
  });

  it('replaced by another changes what Shopify was told, and is no second parcel', async () => {
    const { record, ...back } = await stage.returned();
    await stage.act(back.returnId, { intent: 'upload', file: pdf('one'), number: 'ONE1' });
    await stage.work();
    const [first] = stage.deliveries(record);
    await stage.act(back.returnId, { intent: 'upload', file: pdf('two'), number: 'TWO2' });
    await stage.work();
    expect(stage.deliveries(record).map(({ id }) => id)).toEqual([first?.id]);
    expect(number(record)).toEqual(['TWO2']);
    expect((await stage.labels(back.returnId)).map(({ current, state }) => [current, state])).toEqual([[true, 'ready'], [false, 'ended']]);
  });

  it('is a PDF or a picture by its content, whatever its name says', async () => {
    const { returnId } = await stage.returned();
    const refused = async (file: Blob | string) => {
      const answer = await stage.act(returnId, { intent: 'upload', file });
      return 'errors' in answer ? answer.errors.fields.file : answer;
    };
    expect(await refused(new File(['<svg onload="alert(1)">'], 'label.pdf', { type: 'application/pdf' }))).toBe('labelFile');
    expect(await refused(new File([new Uint8Array(6 * 1024 * 1024).fill(37)], 'label.pdf'))).toBe('labelTooBig');
    expect(await refused('')).toBe('required');
    expect(await stage.labels(returnId)).toEqual([]);
  });
});

describe('a way back', () => {
  it('waits until its return is open, and then is made', async () => {
    await stage.offer({ label: { by: 'easypost', countries: [], qr: false, allowed: [] } });
    const back = await stage.returned({ open: false });
    await stage.begin(back, choice('label'), { open: false });
    await stage.work();
    expect((await stage.label(back.returnId)).state).toBe('wanted');
    stage.approve(back.record);
    await stage.ctx.tx((tx) => noteReturns(tx, back.orderId, [{ id: back.returnId, status: 'open' }], stage.ctx.clock.now()));
    await stage.work();
    expect((await stage.label(back.returnId)).state).toBe('ready');
  });

  it('of two returns of one request is one parcel with one label', async () => {
    const one = await stage.returned({ units: 1 });
    const two = await stage.another(one);
    const before = (await stage.account('easypost')).sold.length;
    for (const back of [one, { orderId: one.orderId, returnId: two.returnId }]) await stage.begin(back, choice('label'), { requestId: 'request-1' });
    await stage.work();
    expect((await stage.account('easypost')).sold).toHaveLength(before + 1);
    expect([number(one.record), number(two.record)].flat()).toEqual(Array(2).fill((await stage.label(one.returnId)).number));
    await stage.ctx.tx((tx) => noteReturns(tx, one.orderId, [{ id: one.returnId, status: 'canceled' }], stage.ctx.clock.now()));
    await stage.work();
    expect(await stage.label(two.returnId)).toMatchObject({ state: 'ready', refund: null });
  });

  it('by the customer’s own carrier is told to Shopify when its number is known, and again when it is another', async () => {
    const { record, ...back } = await stage.returned();
    await stage.begin(back, choice('own_label'));
    await stage.work();
    expect((await stage.label(back.returnId)).state).toBe('wanted');
    for (const told of ['GLS1', 'GLS1', 'GLS2', 'GLS1']) {
      await noteNumber(stage.ctx, { returnId: back.returnId, carrier: 'GLS', number: told });
      await stage.work();
      expect(number(record)).toEqual([told]);
      stage.pass(1);
    }
    expect(await stage.act(back.returnId, { intent: 'number', carrier: 'GLS', number: 'G<script>' })).toMatchObject({ errors: { fields: { number: 'trackingNumber' } } });
  });

  it('that cannot be bought is let be, and another is chosen', async () => {
    await stage.change('easypost', { noRates: true });
    const back = await stage.returned();
    await stage.begin(back, choice('label'));
    await stage.work();
    expect((await stage.label(back.returnId)).work).toBe('stuck');
    expect(await stage.act(back.returnId, { intent: 'give-up' })).toEqual({ is: 'done' });
    expect(await stage.label(back.returnId)).toMatchObject({ state: 'ended', work: null });
    await stage.change('easypost', { noRates: false });
    await stage.begin(back, choice('label'));
    await stage.work();
    expect(await stage.label(back.returnId)).toMatchObject({ state: 'ended', work: null });
    await stage.act(back.returnId, { intent: 'buy', service: 'easypost' });
    await stage.work();
    expect(await stage.label(back.returnId)).toMatchObject({ state: 'ready', current: true });
  });

  it('bought twice by two clicks is bought once; another one gives the first back', async () => {
    const { returnId } = await stage.returned();
    const before = (await stage.account('easypost')).sold.length;
    await Promise.all([1, 2, 3].map(() => stage.act(returnId, { intent: 'buy', service: 'easypost' })));
    await stage.work();
    expect((await stage.account('easypost')).sold).toHaveLength(before + 1);
    await stage.act(returnId, { intent: 'buy', service: 'easypost' });
    await stage.work();
    const standing = async () => (await stage.labels(returnId)).map(({ state, refund }) => [state, refund]);
    expect(await standing()).toEqual([['ready', null], ['ended', 'asked']]);
    await lookAtGiveBacks(stage.ctx, stage.needs);
    expect(await standing()).toEqual([['ready', null], ['ended', 'asked']]);
    await stage.change('easypost', { paysBack: true });
    await lookAtGiveBacks(stage.ctx, stage.needs);
    expect(await standing()).toEqual([['ready', null], ['ended', 'refunded']]);
  });

  it('is no business of people who may only look, nor of a return that is not there', async () => {
    const { returnId } = await stage.returned();
    await stage.lookOnly('77');
    expect(await stage.act(returnId, { intent: 'buy', service: 'easypost' }, '77')).toEqual({ is: 'forbidden' });
    await expect(stage.act('1', { intent: 'buy', service: 'easypost' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(stage.act(returnId, { intent: 'give-back', key: key() })).rejects.toMatchObject({ code: 'not_found' });
  });
});

it('takes the person out of labels: their files are gone, what they cost stays', async () => {
  const { ctx, needs: { files } } = stage;
  const back = await stage.returned();
  await stage.begin(back, choice('label'));
  await stage.work();
  const { id } = await stage.label(back.returnId);
  const file = labelFileKey(ctx.shop, id, 'label', 'pdf');
  await removeLabelFiles(ctx, files, { labelIds: [id] });
  expect(await files.get(file)).not.toBeNull();
  await ctx.tx((tx) => forgetLabels(tx, [back.orderId]));
  await removeLabelFiles(ctx, files, { labelIds: [id] });
  expect(await files.get(file)).toBeNull();
  expect(await stage.label(back.returnId)).toMatchObject({ file: null, cost: { minor: 499, currency: 'EUR' } });
});

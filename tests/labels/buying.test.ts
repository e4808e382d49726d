import { beforeAll, describe, expect, it } from 'vitest';
import { advanceChain } from '#app/modules/compensation/index.server.ts';
import { noteReturns } from '#app/modules/labels/index.server.ts';
import { storeScans } from '#app/modules/parcels/sources/store-scans.server.ts';
import { choice, openLabelsStage, type LabelsStage } from './stage.ts';

let stage: LabelsStage;
beforeAll(async () => {
  stage = await openLabelsStage();
  for (const service of ['easypost', 'shippo'] as const) expect(await stage.connect(service)).toEqual({ saved: true });
}, 120_000);

describe.each(['easypost', 'shippo'] as const)('a label by %s', (service) => {
  beforeAll(() => stage.offer({ label: { by: service, countries: [], qr: false, allowed: [] } }));
  const sold = async () => (await stage.account(service)).sold.length;
  /** An open return whose label is begun, and what its account had sold before. */
  const begun = async (more: Parameters<LabelsStage['returned']>[0] = {}) => {
    const before = await sold();
    const back = await stage.returned(more);
    await stage.begin(back, choice('label'));
    return { ...back, before };
  };

  it('is bought once from the cheapest carrier, kept, and told to Shopify without a mail', async () => {
    const { record, before, ...back } = await begun();
    await stage.begin(back, choice('label'));
    await stage.work();
    const label = await stage.label(back.returnId);
    expect(label).toMatchObject({ state: 'ready', carrier: 'DPD', service: 'Return', cost: { minor: 499, currency: 'EUR' }, file: 'pdf', attached: true, work: null, problem: null });
    const account = await stage.account(service);
    expect(account.sold).toHaveLength(before + 1);
    expect(account.shipments.at(-1)).toMatchObject({ reference: label.id, from: { name: 'Nell Brandt', street1: 'Torstraße 1', country: 'DE' }, to: { street1: 'Lagerweg 5', city: 'Hamburg' } });
    const [delivery, ...more] = stage.deliveries(record);
    expect(more).toEqual([]);
    expect(delivery?.tracking?.number).toBe(label.number);
    expect(delivery?.label?.publicFileUrl).toContain('/apps/aftercare/return-label?key=');
  });

  it.each([
    ['after', { hangUpAfter: 1 }],
    ['before', { hangUpBefore: 1 }],
  ])('whose purchase is not answered, lost %s it happened, is looked for and bought once', async (_, change) => {
    await stage.change(service, change);
    const { returnId, before } = await begun();
    await stage.work();
    expect(await stage.label(returnId)).toMatchObject({ state: 'making', problem: 'silent', work: 'running', file: null });
    stage.pass(3);
    await stage.work();
    expect(await stage.label(returnId)).toMatchObject({ state: 'ready', problem: null, attached: true });
    expect(await sold()).toBe(before + 1);
  });

  it('whose worker is killed in the middle of the purchase is not bought a second time', async () => {
    const { returnId, orderId, before } = await begun();
    const chain = await stage.ctx.tx((tx) => tx.chains.findFirstOrThrow({ where: { order_id: orderId, kind: 'labels.make' } }));
    let bought = (): void => undefined;
    const killed = new Promise<void>((resolve) => (bought = resolve));
    const dying = stage.kinds.map((kind) => ({
      ...kind,
      steps: kind.steps.map((step) => (step.name === 'buy' ? { ...step, act: async (...about: Parameters<typeof step.act>) => (await step.act(...about), bought(), new Promise<never>(() => undefined)) } : step)),
    }));
    void advanceChain(stage.ctx, dying, chain.id);
    await killed;
    expect(await sold()).toBe(before + 1);
    await stage.work();
    expect((await stage.label(returnId)).state).toBe('making');
    stage.pass(20);
    await stage.work();
    expect((await stage.label(returnId)).state).toBe('ready');
    expect(await sold()).toBe(before + 1);
  });

  it('for which the account has no money says so, and is bought once it has', async () => {
    const { balance } = await stage.account(service);
    await stage.change(service, { balance: 10 });
    const { returnId, before } = await begun();
    await stage.work();
    expect(await stage.label(returnId)).toMatchObject({ state: 'making', work: 'stuck', problem: 'funds', cost: null });
    expect(await sold()).toBe(before);
    await stage.change(service, { balance });
    expect(await stage.act(returnId, { intent: 'again' })).toEqual({ is: 'done' });
    await stage.work();
    expect(await stage.label(returnId)).toMatchObject({ state: 'ready', work: null, problem: null });
  });

  it('says in our words what is wrong: the key, an address, no carrier, a customs border', async () => {
    const problem = async (more: Parameters<LabelsStage['returned']>[0] = {}) => {
      const { returnId, before } = await begun(more);
      await stage.work();
      expect(await sold()).toBe(before);
      return (await stage.label(returnId)).problem;
    };
    await stage.change(service, { withdrawn: true });
    expect(await problem()).toBe('key');
    await stage.change(service, { withdrawn: false, noRates: true });
    expect(await problem()).toBe('no_rate');
    await stage.change(service, { noRates: false });
    await stage.offer({ label: { by: service, countries: [], qr: false, allowed: ['Evri'] } });
    expect(await problem()).toBe('no_rate');
    await stage.offer({ label: { by: service, countries: [], qr: false, allowed: [] } });
    expect(await problem({ address: { firstName: 'Nell', lastName: 'Brandt', address1: 'Torstraße 1', city: 'Nowhere', zip: '10119', countryCode: 'DE' } })).toBe('address');
    expect(await problem({ address: { firstName: 'Nell', lastName: 'Brandt', address1: '5 Main St', city: 'Boston', zip: '02108', countryCode: 'US', provinceCode: 'MA' } })).toBe('destination');
  });

  it('that nobody needs is given back once, and costs nothing then', async () => {
    const { returnId, orderId } = await begun();
    await stage.work();
    const label = await stage.label(returnId);
    for (let at = 0; at < 2; at += 1) await stage.ctx.tx((tx) => noteReturns(tx, orderId, [{ id: returnId, status: 'canceled' }], stage.ctx.clock.now()));
    await stage.work();
    expect(await stage.label(returnId)).toMatchObject({ state: 'ended', current: false, refund: 'asked' });
    const account = await stage.account(service);
    expect(account.sold.filter((one) => one.number === label.number).map(({ refund }) => refund)).toEqual(['submitted']);
    expect(account.calls.filter(({ call }) => call.includes('refund')).length).toBe(1);
  });

  it('that a carrier has scanned stays what it is', async () => {
    const { returnId, orderId, record } = await begun();
    await stage.work();
    const { number } = await stage.label(returnId);
    await stage.hear('reverse_deliveries/attach_deliverable', stage.deliveries(record)[0]?.id ?? '');
    const scan = { id: 'dpd:1', source: 'dpd', status: 'in_transit', cause: null, code: null, message: 'Berlin', happenedAt: stage.ctx.clock.now(), utcOffset: null, estimatedDeliveryAt: null, place: { city: null, province: null, country: 'DE', zip: null } } as const;
    await stage.ctx.tx((tx) => storeScans(tx, stage.ctx.shop, [{ number: number ?? '', scans: [scan] }], stage.ctx.clock.now()));
    expect(await stage.act(returnId, { intent: 'give-back', key: crypto.randomUUID() })).toEqual({ is: 'scanned' });
    expect(await stage.act(returnId, { intent: 'buy', service })).toEqual({ is: 'scanned' });
    await stage.ctx.tx((tx) => noteReturns(tx, orderId, [{ id: returnId, status: 'canceled' }], stage.ctx.clock.now()));
    await stage.work();
    expect(await stage.label(returnId)).toMatchObject({ state: 'ready', refund: null });
  });

  it('that the service will not take back stays, and says so', async () => {
    await stage.change(service, { rejectsRefunds: true });
    const { returnId } = await begun();
    await stage.work();
    await stage.act(returnId, { intent: 'give-back', key: crypto.randomUUID() });
    await stage.work();
    expect(await stage.label(returnId)).toMatchObject({ state: 'ready', refund: 'rejected', current: true });
    await stage.change(service, { rejectsRefunds: false });
  });
});

it('Shippo may take a purchase to be done later: it is waited for, and not bought again', async () => {
  await stage.offer({ label: { by: 'shippo', countries: [], qr: false, allowed: [] } });
  await stage.change('shippo', { queued: 1 });
  const back = await stage.returned();
  const before = (await stage.account('shippo')).sold.length;
  await stage.begin(back, choice('label'));
  for (let at = 0; at < 4; at += 1) {
    await stage.work();
    stage.pass(10);
  }
  expect((await stage.label(back.returnId)).state).toBe('ready');
  expect((await stage.account('shippo')).sold).toHaveLength(before + 1);
});

import { beforeAll, describe, expect, it } from 'vitest';
import { choice, openLabelsStage, type LabelsStage } from './stage.ts';

let stage: LabelsStage;
beforeAll(async () => {
  stage = await openLabelsStage();
  for (const service of ['easypost', 'shippo'] as const) expect(await stage.connect(service)).toEqual({ saved: true });
}, 120_000);

describe.each(['easypost', 'shippo'] as const)('a label by %s', (service) => {
  beforeAll(() => stage.offer({ label: { by: service, countries: [], qr: false, allowed: [] } }));
  const sold = async () => (await stage.account(service)).sold.length;

  it('is bought once from the cheapest carrier, kept, and told to Shopify without a mail', async () => {
    const { record, ...back } = await stage.returned();
    const before = await sold();
    await stage.begin(back, choice('label'));
    await stage.begin(back, choice('label'));
    await stage.work();
    const label = await stage.label(back.returnId);
    expect(label).toMatchObject({ state: 'ready', carrier: 'DPD', service: 'Return', cost: { minor: 499, currency: 'EUR' }, file: 'pdf', attached: true, work: null, problem: null });
    expect(await sold()).toBe(before + 1);
    const [delivery, ...more] = stage.deliveries(record);
    expect(more).toEqual([]);
    expect(delivery?.tracking?.number).toBe(label.number);
    expect(delivery?.label?.publicFileUrl).toContain('/apps/aftercare/return-label?key=');
    expect(label.number).not.toBeNull();
  });
});

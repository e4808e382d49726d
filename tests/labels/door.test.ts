import { beforeAll, describe, expect, it } from 'vitest';
import { answerLabel } from '#app/modules/labels/index.server.ts';
import { labelKey } from '#app/modules/labels/door/label-key.ts';
import { labelLinks } from '#app/modules/labels/labels-of.server.ts';
import { after, day } from '#app/kernel/time.ts';
import { choice, openLabelsStage, type LabelsStage } from './stage.ts';

let stage: LabelsStage;
let label: Awaited<ReturnType<LabelsStage['label']>>;
let back: Awaited<ReturnType<LabelsStage['returned']>>;
beforeAll(async () => {
  stage = await openLabelsStage();
  await stage.connect('easypost');
  await stage.offer({ label: { by: 'easypost', countries: [], qr: false, allowed: [] }, packing: { de: 'Bitte falten.' } });
  back = await stage.returned();
  await stage.begin(back, choice('label'));
  await stage.work();
  label = await stage.label(back.returnId);
}, 120_000);

const secret = () => stage.needs.secrets[0];
const liquid = (html: string, init?: ResponseInit) => new Response(html, { ...init, headers: { ...init?.headers, 'content-type': 'application/liquid' } });
const knock = (address: string, { method = 'GET', locales = ['en'], ctx = stage.ctx } = {}) => answerLabel(new Request(address, { method }), { ctx, locales, liquid }, stage.needs);
const keyed = (key: string, show = '') => knock(`https://quill.example/apps/aftercare/return-label?key=${key}${show && `&show=${show}`}`);

describe('the door of labels', () => {
  it('hands over the file as what it is and nothing else', async () => {
    const answer = await knock(labelLinks(stage.ctx.shop, label, secret()).file ?? '');
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="return-label.pdf"', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'content-security-policy': "sandbox; default-src 'none'",
    });
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toContain(label.number);
  });

  it('shows the page in the visitor’s language, with what goes in and the shop’s own words for packing', async () => {
    const page = labelLinks(stage.ctx.shop, label, secret()).page ?? '';
    const german = await (await knock(page, { locales: ['de-AT'] })).text();
    for (const words of ['Rücksendung #', '1 × Cup', 'Bitte falten.', label.number ?? '']) expect(german).toContain(words);
    expect(await (await knock(page)).text()).toContain('How to pack');
  });

  it('answers every key that is not good alike: none, altered, another shop’s, over, of no label', async () => {
    const { shop, clock } = stage.ctx;
    const until = after(clock.now(), day);
    const good = labelKey(shop, label.id, until, secret());
    expect((await keyed(good)).status).toBe(200);
    const bad = ['', 'x', good.slice(0, -1), `${good}.x`, labelKey({ id: shop.id + 1 }, label.id, until, secret()), labelKey(shop, label.id, until, 'another secret'), labelKey(shop, label.id, after(clock.now(), -1_000), secret()), labelKey(shop, crypto.randomUUID(), until, secret())];
    const answers = await Promise.all(bad.map(async (key) => {
      const answer = await keyed(key);
      return [answer.status, await answer.text()].join(' ');
    }));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 .*no longer valid/s);
    expect((await keyed(good, 'qr')).status).toBe(404);
  });

  it('has no address for a way back without a label', async () => {
    const own = await stage.returned();
    await stage.begin(own, choice('own_label', { trackingNumber: 'GLS1' }));
    expect(labelLinks(stage.ctx.shop, await stage.label(own.returnId), secret())).toEqual({ file: null, page: null, qr: null });
  });

  it('takes no change', async () => {
    expect((await knock('https://quill.example/apps/aftercare/return-label', { method: 'POST' })).status).toBe(405);
  });

  it('shows a code where the carrier gives one, and ends with the label', async () => {
    const [place] = stage.world.locations.all();
    if (!place) throw new Error('no location');
    stage.world.change((change) => change.put('locations', { ...place, address: { ...place.address, address1: '1 Dock St', city: 'Portland', zip: '97201', countryCode: 'US', provinceCode: 'OR' } }));
    const american = await stage.returned({ address: { firstName: 'Nell', lastName: 'Brandt', address1: '5 Main St', city: 'Boston', zip: '02108', countryCode: 'US', provinceCode: 'MA' } });
    await stage.begin(american, choice('qr'));
    await stage.work();
    const coded = await stage.label(american.returnId);
    expect(coded).toMatchObject({ state: 'ready', qr: 'png', carrier: 'USPS', cost: { minor: 684, currency: 'USD' } });
    const links = labelLinks(stage.ctx.shop, coded, secret());
    expect((await knock(links.qr ?? '')).headers.get('content-type')).toBe('image/png');
    expect(await (await knock(links.page ?? '')).text()).toContain('Code to show');
    await stage.act(american.returnId, { intent: 'give-back', key: crypto.randomUUID() });
    await stage.work();
    expect((await knock(links.file ?? '')).status).toBe(404);
    stage.world.change((change) => change.put('locations', place));
  });
});

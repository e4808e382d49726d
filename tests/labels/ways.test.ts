import { beforeAll, describe, expect, it } from 'vitest';
import { customerLocales } from '#app/kernel/locales.ts';
import { changeWaysBack, isOfferedWay, readReturnAddresses, waysBack, waysBackView, type WayOffered } from '#app/modules/labels/index.server.ts';
import { waysBackSetting } from '#app/modules/labels/ways/ways-back-setting.ts';
import { openLabelsStage, type LabelsStage } from './stage.ts';

let stage: LabelsStage;
beforeAll(async () => {
  stage = await openLabelsStage();
}, 120_000);

const asked = { country: 'DE', locales: ['en'], wayBack: { payer: 'shop', amount: 0 }, currency: 'EUR', sends: true } as const;
const offered = (change: Partial<Parameters<typeof waysBack>[1]> = {}) => stage.ctx.tx((tx) => waysBack(tx, { ...asked, ...change }));
const kinds = (ways: readonly WayOffered[]) => ways.map(({ choice }) => choice.kind);
const place = { id: '44444444-4444-4444-8444-444444444444', kind: 'shop', name: 'Quill, Mitte', address: 'Torstraße 9, Berlin', hours: '10–18', url: '', countries: ['DE'] } as const;
const form = (fields: Record<string, string>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
};
const change = (fields: Record<string, string>) => changeWaysBack(stage.ctx, form(fields), { sealer: stage.needs.sealer, by: 'Ada' });

describe('ways back', () => {
  it('begin with a label that the shop sends, at its expense', async () => {
    const [way, ...more] = await offered();
    expect(more).toEqual([]);
    expect(way).toMatchObject({ choice: { kind: 'label', placeId: null }, cost: 'Free for you', deducts: false, about: 'We send you a label to print.' });
  });

  it('are those of the customer’s country, the own carrier last, each with what it costs', async () => {
    await stage.offer({ own: { offered: true, countries: [] }, places: [{ ...place, countries: ['DE'] }] });
    const ways = await offered({ wayBack: { payer: 'customer', amount: 499 } });
    expect(ways.map(({ choice, cost, deducts }) => [choice.kind, cost, deducts])).toEqual([
      ['label', '€4.99 are taken off what you get back', true],
      ['shop', 'Free for you', false],
      ['own_label', 'You pay the carrier', false],
    ]);
    expect(kinds(await offered({ country: 'FR' }))).toEqual(['label', 'own_label']);
    expect(kinds(await offered({ country: null }))).toEqual(['label', 'own_label']);
    expect(isOfferedWay(ways, { kind: 'shop', placeId: place.id })).toBe(true);
    expect(isOfferedWay(ways, { kind: 'shop', placeId: null })).toBe(false);
  });

  it('say where to send it with a carrier of one’s own: the place that the policy names, else the shop’s first', async () => {
    const to = async (locationId: string | null) => (await offered({ locationId })).find(({ choice }) => choice.kind === 'own_label')?.place ?? null;
    expect(await to(null)).toBeNull();
    const [first] = stage.world.locations.all();
    if (!first) throw new Error('no location');
    stage.world.change((change) => change.put('locations', { ...first, id: 'gid://shopify/Location/77', name: 'Outlet', isPrimary: false, address: { ...first.address, address1: 'Am Kai 1' } }));
    for (let at = 0; at < 2; at += 1) await readReturnAddresses(stage.ctx);
    expect((await to(null))?.address).toContain('Lagerweg 5');
    expect(await to('77')).toMatchObject({ name: 'Outlet' });
    expect((await to('404'))?.address).toContain('Lagerweg 5');
    stage.world.change((change) => change.remove('locations', 'gid://shopify/Location/77'));
  });

  it('have no label of the shop where customers pay a carrier themselves, and none at all where all is kept', async () => {
    expect(kinds(await offered({ wayBack: { payer: 'customer', amount: null } }))).toEqual(['shop', 'own_label']);
    expect(kinds(await offered({ sends: false }))).toEqual(['none']);
  });

  it('are never without any: the customer chooses a carrier where the shop offers nothing', async () => {
    await stage.offer({ ...waysBackSetting.initial, label: { by: 'nobody', countries: [], qr: false, allowed: [] } });
    expect(kinds(await offered())).toEqual(['own_label']);
  });

  it('have a bought label only while the account is connected, and a code beside it where the merchant wants one', async () => {
    await stage.offer({ label: { by: 'shippo', countries: ['DE'], qr: true, allowed: [] } });
    expect(kinds(await offered())).toEqual(['own_label']);
    await stage.connect('shippo');
    expect(kinds(await offered())).toEqual(['qr', 'label']);
    expect(kinds(await offered({ country: 'AT' }))).toEqual(['own_label']);
  });

  it.each(customerLocales)('are told whole in %s', async (locale) => {
    await stage.offer({ own: { offered: true, countries: [] }, places: [{ ...place, countries: [] }, { ...place, id: '55555555-5555-4555-8555-555555555555', kind: 'drop_off', countries: [] }] });
    const ways = [...(await offered({ locales: [locale], wayBack: { payer: 'customer', amount: 499 } })), ...(await offered({ locales: [locale], sends: false }))];
    expect(kinds(ways)).toEqual(['qr', 'label', 'shop', 'drop_off', 'own_label', 'none']);
    for (const { title, about, cost, packing, choice } of ways) {
      expect([title, about, cost].every((words) => words.length > 1 && !words.includes('{{'))).toBe(true);
      expect(packing.length > 0).toBe(choice.kind !== 'none');
    }
  });

  it('are packed for as the shop says in that language, and as we say in the others', async () => {
    await stage.offer({ packing: { de: 'Bitte falten.\n\nOhne Karton.' } });
    const packing = async (locale: string) => (await offered({ locales: [locale] }))[0]?.packing;
    expect(await packing('de')).toEqual(['Bitte falten.', 'Ohne Karton.']);
    expect((await packing('fr'))?.length).toBeGreaterThan(2);
  });
});

describe('the settings of ways back', () => {
  it('say by its path what is wrong with them, and refuse what somebody else changed meanwhile', async () => {
    const { ways } = await waysBackView(stage.ctx);
    const wrong = { ...ways.value, places: [{ ...place, name: ' ', url: 'http://shop.example' }], label: { ...ways.value.label, countries: ['Germany'] }, parcel: { ...ways.value.parcel, item: 0 } };
    const save = (value: unknown, version: number) => change({ intent: 'save-ways', version: String(version), value: JSON.stringify(value) });
    expect(await save(wrong, ways.version)).toEqual({ errors: { fields: { 'places.0.name': 'required', 'places.0.url': 'httpsAddress', 'label.countries.0': 'country', 'parcel.item': 'tooSmall' }, form: null } });
    expect(await save(ways.value, ways.version)).toMatchObject({ saved: { version: ways.version + 1 } });
    expect(await save(ways.value, ways.version)).toMatchObject({ errors: { form: 'conflict' } });
  });

  it('take a key once it let us in, show its end only, and try it again', async () => {
    expect(await change({ intent: 'connect', service: 'easypost', key: 'a-wrong-key' })).toEqual({ errors: { fields: { key: 'keyRefused' }, form: null } });
    await stage.change('easypost', { failing: 1 });
    expect(await change({ intent: 'connect', service: 'easypost', key: 'demo-easypost-key' })).toEqual({ errors: { fields: {}, form: 'silent' } });
    expect(await change({ intent: 'connect', service: 'easypost', key: 'demo-easypost-key' })).toEqual({ connected: true });
    const { accounts, locations } = await waysBackView(stage.ctx);
    expect(accounts).toMatchObject([{ service: 'easypost', connected: { keyEnd: '-key' } }, { service: 'shippo' }]);
    expect(locations).toHaveLength(1);
    const [stored] = await stage.ctx.tx((tx) => tx.settings.findMany({ where: { name: 'returns-label-accounts' } }));
    expect(JSON.stringify(stored)).not.toContain('demo-easypost-key');
    expect(await change({ intent: 'test', service: 'easypost' })).toEqual({ works: true });
    await stage.change('easypost', { withdrawn: true });
    expect(await change({ intent: 'test', service: 'easypost' })).toEqual({ works: false, words: 'This api key is no longer active.' });
    await stage.change('easypost', { withdrawn: false });
    expect(await change({ intent: 'disconnect', service: 'easypost' })).toEqual({ removed: true });
    expect((await waysBackView(stage.ctx)).accounts[0]?.connected).toBeNull();
    await expect(change({ intent: 'test', service: 'easypost' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

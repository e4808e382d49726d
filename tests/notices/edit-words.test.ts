import { describe, expect, it } from 'vitest';
import { homeOverview } from '#app/modules/home/index.server.ts';
import { actOnNotice, editWords, noticesOverview } from '#app/modules/notices/index.server.ts';
import { customerLocales } from '#app/kernel/locales.ts';
import { noticeKinds } from '../../app/modules/notices/kinds.ts';
import { checkWords } from '#app/modules/own-words/index.server.ts';
import { startingWords } from '../../app/modules/notices/own-words/starting-words.ts';
import { trials } from '../../app/modules/notices/own-words/variables.ts';
import { berlinOrder, hours, openNoticesStage, parcel } from './stage.ts';

const stage = await openNoticesStage();
const needs = { linkTo: (id: string) => `https://shop.example.com/track?key=${id}`, by: 'staff-1' };
type Shop = Awaited<ReturnType<typeof stage.newShop>>;

const own = { subject: 'Off it goes: {{ order_name }}', heading: 'Hurray', body: 'Our <strong>bear</strong> packed it.\n\nSee {{ tracking_url }}' };
const act = (shop: Shop, fields: Record<string, string>, kind = 'shipped') => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ language: 'en', version: '0', ...fields })) form.set(name, value);
  return actOnNotice(shop.at(1), kind, form, needs);
};
const save = (shop: Shop, version: number, words = own) => act(shop, { intent: 'save-words', version: String(version), ...words });

describe('own words', () => {
  it('are sent from the moment they are saved, in their language only; everything else of the mail stays', async () => {
    const shop = await stage.newShop();
    expect(await save(shop, 0)).toEqual({ saved: 1 });
    await shop.hear(1, berlinOrder(), parcel());
    const [message] = await shop.messages();
    expect(message).toMatchObject({ subject: 'Off it goes: #1' });
    for (const part of ['Hurray', 'Our bear packed it.', 'https://shop.example.com', '00340434161094022115', 'Follow your order']) expect(message?.text_body).toContain(part);
    expect(message?.html_body).toContain('Our <strong>bear</strong> packed it.');

    const german = await stage.newShop();
    await save(german, 0);
    await german.hear(1, berlinOrder({ customer_locale: 'de' }), parcel());
    expect((await german.messages())[0]?.subject).toBe('Nordlicht: Ihre Bestellung #1 ist unterwegs');
  });

  it('that are wrong are not kept, and each fault is named with its line', async () => {
    const shop = await stage.newShop();
    expect(await save(shop, 0, { ...own, body: 'Dear {{ friend }}' })).toEqual({ problems: [{ part: 'body', line: 1, problem: 'unknown_variable', detail: 'friend' }] });
    expect((await editWords(shop.ctx, 'shipped', 'en')).email.versions).toEqual([]);
  });

  it('keep every version: an older one can be restored, and so can the app’s words', async () => {
    const shop = await stage.newShop();
    await save(shop, 0);
    await save(shop, 1, { ...own, subject: 'Second' });
    await act(shop, { intent: 'drop-words', version: '2' });
    expect((await editWords(shop.ctx, 'shipped', 'en')).email.own).toBe(null);
    await save(shop, 3, own);
    const { version, own: now, versions } = (await editWords(shop.ctx, 'shipped', 'en')).email;
    expect([version, now, versions.map(({ words }) => words?.subject ?? null)]).toEqual([4, own, [own.subject, null, 'Second', own.subject]]);
  });

  it('of two who write at once, the later is told and overwrites nothing', async () => {
    const shop = await stage.newShop();
    const answers = await Promise.all([save(shop, 0), save(shop, 0, { ...own, subject: 'Other' })]);
    expect(answers).toContainEqual({ saved: 1 });
    expect(answers).toContainEqual({ conflict: true });
    expect((await editWords(shop.ctx, 'shipped', 'en')).email.versions).toHaveLength(1);
  });

  it('that fail when they are sent break nothing: the app’s are sent, and the merchant sees why', async () => {
    const shop = await stage.newShop();
    await shop.ctx.tx((tx) => tx.notice_words.create({ data: { kind: 'shipped', locale: 'en', version: 1, words: { ...own, body: '{{ gone }}' }, made_at: new Date(hours(0)) } }));
    await shop.hear(1, berlinOrder(), parcel());
    expect((await shop.messages())[0]?.subject).toBe('Nordlicht: your order #1 is on its way');
    expect((await editWords(shop.ctx, 'shipped', 'en')).email.versions[0]?.failure).toContain('gone');
    expect((await noticesOverview(shop.ctx)).find(({ kind }) => kind === 'shipped')).toMatchObject({ ownLanguages: ['en'], wordsFailed: true });
    expect((await homeOverview(shop.ctx)).failingWords).toEqual(['shipped']);
    expect(await save(shop, 1)).toEqual({ saved: 2 });
    expect((await homeOverview(shop.ctx)).failingWords).toEqual([]);
  });

  it('can be looked at before they are saved', async () => {
    const shop = await stage.newShop();
    const answer = await act(shop, { intent: 'show-words', ...own });
    expect(answer).toMatchObject({ shown: { subject: 'Off it goes: #1001' } });
    expect((await editWords(shop.ctx, 'shipped', 'en')).email.versions).toEqual([]);
  });

  it('of one shop are unknown to another', async () => {
    const [shop, other] = [await stage.newShop(), await stage.newShop()];
    await save(shop, 0);
    expect((await editWords(other.ctx, 'shipped', 'en')).email.own).toBe(null);
  });
});

describe('own words for a text message', () => {
  const text = 'Off it goes – {{ order_name }} {{ tracking_url }}';

  it('are shown, saved and dropped beside those for the mail, which stay as they are', async () => {
    const shop = await stage.newShop();
    await shop.hear(1, berlinOrder(), parcel());
    expect(await act(shop, { intent: 'show-words', way: 'sms', text })).toMatchObject({ shown: { sms: expect.stringMatching(/^Off it goes - #1 https:\/\/shop\.example\.com\/apps\/aftercare\/t\?s=/), subject: 'Nordlicht: your order #1 is on its way' } });
    expect(await act(shop, { intent: 'save-words', way: 'sms', text })).toEqual({ saved: 1 });
    const { email, sms } = await editWords(shop.ctx, 'shipped', 'en');
    expect([email.version, sms?.version, sms?.own]).toEqual([0, 1, { text }]);
    expect(await act(shop, { intent: 'drop-words', way: 'sms', version: '1' })).toEqual({ saved: 2 });
    expect((await editWords(shop.ctx, 'shipped', 'en')).sms?.own).toBe(null);
  });

  it('that are wrong are not kept', async () => {
    const shop = await stage.newShop();
    expect(await act(shop, { intent: 'save-words', way: 'sms', text: '{{ friend }}' })).toEqual({ problems: [{ part: 'text', line: 1, problem: 'unknown_variable', detail: 'friend' }] });
  });

  it('can be tested on a phone, and on nothing else', async () => {
    const shop = await stage.newShop();
    expect(await act(shop, { intent: 'test', way: 'sms', to: '+49 151 23456789' })).toEqual({ queuedTo: '+4915123456789' });
    const [message] = await shop.messages();
    expect(message).toMatchObject({ channel: 'sms', recipient: '+4915123456789', kind: 'test.notice', subject: null });
    expect(await act(shop, { intent: 'test', way: 'sms', to: 'me@example.com' })).toEqual({ refused: 'invalidPhone' });
    expect(await act(shop, { intent: 'test', way: 'email', to: '+49 151 23456789' })).toEqual({ refused: 'invalid' });
  });
});

it('each language says whose words are sent in it, way by way, and whether the shop speaks it', async () => {
  const shop = await stage.newShop();
  await save(shop, 0);
  await act(shop, { intent: 'save-words', way: 'sms', language: 'de', text: 'Los geht es {{ tracking_url }}' });
  const { languages } = await editWords(shop.ctx, 'shipped', 'en');
  expect(languages.filter(({ email, sms }) => email !== 'app' || sms !== 'app')).toEqual([
    { locale: 'en', spoken: true, email: 'own', sms: 'app' },
    { locale: 'de', spoken: shop.ctx.shop.locales.includes('de'), email: 'app', sms: 'own' },
  ]);
  expect(languages.map(({ locale }) => locale)).toEqual([...customerLocales]);
});

it('the words a merchant starts from can be saved as they are, for every kind in every language', () => {
  for (const kind of noticeKinds) for (const locale of customerLocales) expect([kind, locale, checkWords(startingWords(kind, locale), trials)]).toEqual([kind, locale, []]);
});

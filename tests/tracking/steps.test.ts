import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { accessSetting, type Access } from '../../app/modules/access/index.server.ts';
import { changeSetting, readSetting } from '../../app/modules/settings/index.server.ts';
import { choiceLink, saveTrackingPage, shownOfParcels, trackingPageSetting } from '../../app/modules/tracking/index.server.ts';
import { parcel } from './fixtures.ts';
import { mailedCode, openStorefront, placeOrder } from './storefront.ts';

const { database, ctx, visit, files } = await openStorefront();
afterAll(() => database.close());

const photo = new Uint8Array(await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } }).png().toBuffer());
const text = (html: string) => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
const found = async (id: string, status?: 'delayed' | 'delivered') => {
  await placeOrder(ctx, { id, email: 'ada@example.com', message: 'Signed by Ada', ...(status ? { status } : {}) });
  return (await visit({ form: { order: id, contact: 'ada@example.com' } })).html;
};
const askFor = async (askForCode: Access['askForCode']) => {
  const { version } = await ctx.tx((tx) => readSetting(tx, accessSetting));
  await changeSetting(ctx, accessSetting, { value: { askForCode }, version, by: null });
};
const journal = (type: string, orderId: string) => ctx.tx((tx) => tx.journal.findMany({ where: { type, order_id: orderId } }));

describe('a code by mail', () => {
  it('opens what the look-up alone does not, by forms alone', async () => {
    const html = await found('2001');
    expect(text(html)).not.toContain('Signed by Ada');
    const asked = await visit({ form: { key: hidden(html, 'key'), do: 'code', after: 'order' } });
    expect(text(asked.html)).toContain('We sent a code to a•••@e•••.com');
    const opened = await visit({ form: { key: hidden(asked.html, 'key'), do: 'redeem', after: 'order', code: await mailedCode(ctx, '2001') } });
    expect(text(opened.html)).toContain('Signed by Ada');
    expect(opened.html).not.toContain('Show all details');
  });

  it('that is wrong, or of another order, opens nothing and says so beside its field', async () => {
    const key = hidden(await found('2002'), 'key');
    await visit({ form: { key, do: 'code', after: 'order' } });
    for (const code of ['000000', '', await mailedCode(ctx, '2001')]) {
      const { html } = await visit({ form: { key, do: 'redeem', after: 'order', code } });
      expect(html).toMatch(/id="ac-code"[^>]*aria-invalid="true"/);
      expect(text(html)).toContain('wrong or no longer valid');
      expect(text(html)).not.toContain('Signed by Ada');
    }
  });

  it('asked for too often is not sent, and the page says when again', async () => {
    const key = hidden(await found('2003'), 'key');
    const pages = [];
    for (let at = 0; at < 4; at += 1) pages.push(await visit({ form: { key, do: 'code', after: 'order' }, visitor: '198.51.100.30' }));
    expect(text(pages.at(-1)?.html ?? '')).toMatch(/Too many codes were asked for\. Please try again in \d+ minutes/);
  });

  it('comes before anything of the order where the merchant wants it so', async () => {
    await askFor('always');
    const html = await found('2004');
    await askFor('personal');
    expect(text(html)).toContain('Confirm that it is you');
    for (const inner of ['Wool socks', 'TRACK-2004', 'Leipzig']) expect(text(html)).not.toContain(inner);
  });

  it('is never needed where the merchant asks for none', async () => {
    await askFor('never');
    const html = await found('2005');
    await askFor('personal');
    expect(text(html)).toContain('Signed by Ada');
  });

  it('leaves nobody without a way on: an order without an email is led to a person at every step of it', async () => {
    await placeOrder(ctx, { id: '2006', email: 'ada@example.com' });
    const { html } = await visit({ form: { order: '2006', contact: 'ada@example.com' } });
    await ctx.tx((tx) => tx.orders.updateMany({ where: { id: '2006' }, data: { email: null } }));
    const step = (more: Record<string, string>) => visit({ form: { key: hidden(html, 'key'), after: 'report', ...more } });
    for (const page of [await step({ do: 'report' }), await step({ do: 'code' }), await step({ do: 'redeem', code: '000000' })]) {
      expect(text(page.html)).toContain('Confirm that it is you');
      expect(page.html).toMatch(/class="ac-help".*action="\/apps\/aftercare\/contact"/s);
    }
  });

  it('needs a key: one that is forged or over leads back to the form', async () => {
    for (const step of ['code', 'redeem', 'report', 'send']) {
      const { html } = await visit({ form: { key: '2001.full.zzzzzz.forged', do: step, after: 'report', code: '123456' } });
      expect(text(html)).toContain('This link is no longer valid');
    }
  });
});

describe('a problem', () => {
  const reportOf = (html: string, more: Record<string, string> = {}, photos: readonly (Uint8Array<ArrayBuffer> | string)[] = []) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ key: hidden(html, 'key'), do: 'send', form: hidden(html, 'form'), kind: 'damaged', words: 'It was torn open', ...more })) form.append(name, value);
    for (const each of photos) form.append('photos', new File([each], 'photo.png', { type: 'image/png' }));
    return form;
  };
  const formFor = async (id: string) => {
    const html = await found(id);
    const asked = await visit({ form: { key: hidden(html, 'key'), do: 'report' } });
    expect(text(asked.html)).toContain('Confirm that it is you');
    await visit({ form: { key: hidden(html, 'key'), do: 'code', after: 'report' } });
    return (await visit({ form: { key: hidden(html, 'key'), do: 'redeem', after: 'report', code: await mailedCode(ctx, id) } })).html;
  };

  it('is reported with photos after a code, without a script, and once however often it is sent', async () => {
    const html = await formFor('2101');
    expect(html).toMatch(/<form[^>]*enctype="multipart\/form-data"/i);
    const pages = await Promise.all([1, 2].map(() => visit({ form: reportOf(html, { line: '21011' }, [photo]) })));
    for (const { html: thanks } of pages) expect(text(thanks)).toContain('Thank you, we have your report');
    expect(await journal('problem.reported', '2101')).toHaveLength(1);
    expect(files.held.size).toBe(1);
  });

  it('that cannot be taken is asked again with what was typed', async () => {
    const html = await formFor('2102');
    const without = await visit({ form: reportOf(html, { kind: '' }) });
    expect(text(without.html)).toContain('Choose what it is about.');
    expect(without.html).toMatch(/<textarea[^>]*>It was torn open<\/textarea>/);
    const wrong = await visit({ form: reportOf(html, {}, ['no picture at all']) });
    expect(text(wrong.html)).toContain('is not a photo that we can read');
    const many = await visit({ form: reportOf(html, {}, Array.from({ length: 6 }, () => 'x')) });
    expect(text(many.html)).toContain('Please choose at most five photos');
    expect(many.html).toMatch(/<textarea[^>]*>It was torn open<\/textarea>/);
    expect(await journal('problem.reported', '2102')).toHaveLength(0);
  });

  it('is not taken from who only looked the order up', async () => {
    const html = await found('2103');
    const answer = await visit({ form: reportOf(html) });
    expect(text(answer.html)).toContain('Confirm that it is you');
    expect(await journal('problem.reported', '2103')).toHaveLength(0);
  });
});

describe('what is late', () => {
  const linkOf = (html: string) => choiceLink(`https://shop.example.com/apps/aftercare/track?key=${hidden(html, 'key')}`);
  const follow = (link: string) => visit({ query: Object.fromEntries(new URL(link).searchParams) });
  const throughCode = async (html: string, id: string) => {
    expect(text(html)).toContain('Confirm that it is you');
    const asked = await visit({ form: { key: hidden(html, 'key'), do: 'code', after: hidden(html, 'after') } });
    return (await visit({ form: { key: hidden(asked.html, 'key'), do: 'redeem', after: hidden(asked.html, 'after'), code: await mailedCode(ctx, id) } })).html;
  };
  const send = (html: string, more: Record<string, string>) => visit({ form: { key: hidden(html, 'key'), do: 'send', form: hidden(html, 'form'), kind: 'late', words: '', ...more } });

  it('leads from the page and from a mail’s link, through the code, to the choice, which needs no words', async () => {
    const page = await found('2151', 'delayed');
    expect(page).toMatch(/name="do" value="late".*Choose what you would like instead/s);
    const form = await throughCode((await follow(linkOf(page))).html, '2151');
    expect([...form.matchAll(/name="kind"(?: checked="")? value="(\w+)"/g)].map(([, kind]) => kind)).toEqual(['late', 'not_arrived', 'damaged', 'wrong_item', 'missing_item', 'other']);
    expect(form).toMatch(/name="kind" checked="" value="late"/);
    expect(text((await send(form, {})).html)).toContain('Choose what you would like.');
    expect(text((await send(form, { wish: 'refund' })).html)).toContain('Thank you, we have your report');
    expect((await journal('problem.reported', '2151')).map(({ data }) => data)).toMatchObject([{ kind: 'late', wish: 'refund', items: 0, words: null }]);
    expect(await ctx.tx((tx) => tx.problem_reports.findMany({ where: { order_id: '2151' }, select: { wish: true, shipment_id: true } }))).toEqual([{ wish: 'refund', shipment_id: expect.any(BigInt) }]);
  });

  it('is not offered once the parcel came: a mail’s link then shows the order', async () => {
    const page = await found('2152', 'delivered');
    expect(page).not.toContain('Choose what you would like');
    expect(text((await follow(linkOf(page))).html)).toContain('Your parcel was delivered');
  });
});

describe('a promise that was shown', () => {
  const shownTo = async (id: string) => (await journal('promise.shown', id)).map(({ data }) => data);
  const day = expect.stringMatching(/^2026-/);

  it('is written down once for each way it is seen, however often it is looked at', async () => {
    await placeOrder(ctx, { id: '2201', email: 'ada@example.com' });
    for (let at = 0; at < 3; at += 1) await visit({ query: { number: 'TRACK-2201' } });
    expect(await shownTo('2201')).toMatchObject([{ where: 'number', from: day, to: day, shipmentId: expect.any(String) }]);
    for (let at = 0; at < 3; at += 1) await visit({ form: { order: '2201', contact: 'ada@example.com' } });
    expect(await shownTo('2201')).toMatchObject([{ where: 'number' }, { where: 'page', from: day, to: day }]);
  });

  it('is not written down where no day is told: of what waits to be fetched', async () => {
    await placeOrder(ctx, { id: '2202', email: 'ada@example.com', status: 'ready_for_pickup' });
    await visit({ query: { number: 'TRACK-2202' } });
    await visit({ form: { order: '2202', contact: 'ada@example.com' } });
    expect(await shownTo('2202')).toEqual([]);
  });

  it('that went and came back is written down again', async () => {
    const story = parcel({ promise: { from: '2026-11-24', to: '2026-11-24', source: 'carrier' } });
    const keys = [{ slips: 0 }, { promise: { from: '2026-11-26', to: '2026-11-26', source: 'carrier' as const }, slips: 1 }, { slips: 1 }, { slips: 1 }].map(
      (then) => shownOfParcels([{ ...story, ...then }], { where: 'page', zone: 'Europe/Berlin', now: ctx.clock.now() })[0]?.dedupeKey,
    );
    expect(new Set(keys).size).toBe(3);
  });
});

describe('the language', () => {
  it('is the visitor\'s own choice first, and every form carries it on', async () => {
    const html = await found('2301');
    const { html: german } = await visit({ form: { key: hidden(html, 'key'), lang: 'de' }, pathPrefix: '/ja/apps/aftercare' });
    expect(german).toContain('lang="de"');
    expect(text(german)).toContain('Bestellung #2301');
    expect(german.match(/name="lang" value="de"/g)?.length).toBeGreaterThanOrEqual(2);
    const { html: empty } = await visit({ query: { lang: 'fr' } });
    expect(empty).toMatch(/lang="fr".*name="lang" value="fr"/s);
    expect((await visit({ query: { lang: 'tlh' } })).html).toContain('lang="en"');
  });

  it('is the order\'s where we speak none of the visitor\'s', async () => {
    await placeOrder(ctx, { id: '2302', email: 'ada@example.com', locale: 'es-MX' });
    expect((await visit({ form: { order: '2302', contact: 'ada@example.com' }, language: 'ko' })).html).toContain('lang="es"');
    expect((await visit({ form: { order: '2302', contact: 'ada@example.com' }, language: 'fr' })).html).toContain('lang="fr"');
  });
});

describe('the language of the theme\'s form', () => {
  const sayGerman = (page: string) => expect([page, /<div class="ac-track" lang="(.*?)"/.exec(page)?.[1]]).toEqual([page, 'de']);

  it('goes on to every step behind it, though the browser speaks another', async () => {
    await placeOrder(ctx, { id: '2351', email: 'ada@example.com' });
    const first = (await visit({ form: { order: '2351', contact: 'ada@example.com', locale: 'de-AT' } })).html;
    sayGerman(first);
    expect(first).toContain('href="/apps/aftercare/track?locale=de-AT"');
    const carried = (html: string) => ({ key: hidden(html, 'key'), locale: hidden(html, 'locale') });
    const again = (await visit({ form: carried(first) })).html;
    const asked = (await visit({ form: { ...carried(again), do: 'code', after: 'report' } })).html;
    const report = (await visit({ form: { ...carried(asked), do: 'redeem', after: 'report', code: await mailedCode(ctx, '2351') } })).html;
    const sent = (await visit({ form: { ...carried(report), do: 'send', form: hidden(report, 'form'), kind: 'damaged', words: 'Kaputt' } })).html;
    const back = (await visit({ form: carried(sent) })).html;
    for (const page of [again, asked, report, sent, back]) sayGerman(page);
    for (const page of [first, report]) expect(page.match(/<form (?!class="ac-language")/g)?.length).toBe(page.match(/name="locale" value="de-AT"/g)?.length);
  });

  it('goes on from a tracking number alone, and from a miss', async () => {
    await placeOrder(ctx, { id: '2352', email: 'ada@example.com' });
    for (const visited of [{ query: { number: 'TRACK-2352', locale: 'de' } }, { form: { order: '2352', contact: 'eve@example.com', locale: 'de' } }]) {
      const { html } = await visit(visited);
      sayGerman(html);
      expect(html).toMatch(/locale=de"|name="locale" value="de"/);
    }
  });

  it('gives way to what the visitor picks, and is nothing that could not name a language', async () => {
    const picked = (await visit({ query: { locale: 'de', lang: 'fr' } })).html;
    expect(picked).toContain('lang="fr"');
    expect(picked).not.toContain('name="locale"');
    expect((await visit({ form: { order: '', contact: '', locale: '"><script>' } })).html).not.toContain('name="locale"');
  });
});

describe('the merchant\'s own words and look', () => {
  it('stand on the page, and no way is shown that leads nowhere', async () => {
    expect((await visit()).html).not.toMatch(/policies\/|Return something/);
    const value = { ...trackingPageSetting.initial, heading: { en: 'Where is it?' }, accent: '#aa3355', radius: 4, contactUrl: 'https://help.example/', returnUrl: '/pages/returns', policies: ['refund-policy' as const] };
    await saveTrackingPage(ctx, { value, version: 0, by: null });
    const { html } = await visit({ pathPrefix: '/fr/apps/aftercare', query: { lang: 'en' } });
    for (const part of ['<h1>Where is it?</h1>', '--aftercare-accent:#aa3355;--aftercare-radius:4px', 'href="https://help.example/"', 'href="/fr/policies/refund-policy"']) expect(html).toContain(part);
    expect(await found('2401')).toContain('href="/pages/returns"');
    await saveTrackingPage(ctx, { value: trackingPageSetting.initial, version: 1, by: null });
  });
});

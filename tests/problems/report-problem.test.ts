import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { minute } from '#app/kernel/time.ts';
import { closeProblem, deniedShipments, problemDetail, reopenProblem, removePhotos, reportProblem, type ProblemReport } from '#app/modules/problems/index.server.ts';
import { readStory } from '#app/modules/journal/index.server.ts';
import { openProblemStage, photo, placeOrder, report } from './stage.ts';

const stage = await openProblemStage();
let ctx = await stage.newShop();
let parcels: string[] = [];
beforeEach(async () => {
  ctx = await stage.newShop();
  parcels = await placeOrder(ctx);
  await ctx.tx((tx) => tx.changed_orders.deleteMany());
});

const told = (changes: Partial<ProblemReport> = {}) => stage.report(ctx, changes);
const taken = async (changes: Partial<ProblemReport> = {}) => {
  const answer = await told(changes);
  if (answer.state !== 'reported') throw new Error(`It was ${answer.state}.`);
  return answer.id;
};
const refusal = async (changes: Partial<ProblemReport>) => {
  const answer = await told(changes);
  return answer.state === 'refused' ? answer.refusal : answer.state;
};
const reports = () => ctx.tx((tx) => tx.problem_reports.findMany());
const mails = () => ctx.tx((tx) => tx.outbox.findMany({ where: { kind: 'problems.received' } }));
const story = async () => (await ctx.tx((tx) => readStory(tx, { orderId: '5001' }))).filter(({ type }) => type.startsWith('problem.'));

describe('a report', () => {
  it('is kept with its lines, parcel, words and photos', async () => {
    const id = await taken({ shipmentId: parcels[0], photos: [await photo('red'), await photo('blue')], words: '  It is torn.  ' });
    expect(await problemDetail(ctx, id)).toMatchObject({
      orderId: '5001', orderName: '#5001', kind: 'damaged', state: 'open', words: 'It is torn.',
      lines: [{ lineId: '50011', quantity: 1, title: 'Wool socks' }],
      parcel: { number: 'TRACK-5001-0' },
      photos: [{ width: 60, height: 40 }, { width: 60, height: 40 }],
    });
    expect(await stage.photosOf(ctx)).toHaveLength(2);
  });

  it('is a line in the order’s story, and has the order’s parcels looked at again', async () => {
    const id = await taken({ photos: [await photo()] });
    expect(await story()).toMatchObject([{ type: 'problem.reported', source: 'customer', data: { reportId: id, kind: 'damaged', items: 1, photos: 1, words: 'The heel has a hole.' } }]);
    expect(await ctx.tx((tx) => tx.changed_orders.findMany())).toMatchObject([{ order_id: '5001' }]);
  });

  it('is confirmed by mail in the customer’s language, without their words, with a way back to the order', async () => {
    await taken({ locale: 'de', words: 'Visit evil.example now', photos: [await photo()] });
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ recipient: 'ada@example.com', locale: 'de', subject: 'Nordlicht & Co: Ihre Meldung zu Bestellung #5001 ist angekommen' });
    for (const part of ['Etwas ist beschädigt angekommen', 'Wool socks', 'Mit 1 Foto', 'https://shop.example.com/apps/aftercare/track?key=5001.order.', '&locale=de']) expect(mail?.text_body).toContain(part);
    expect(`${mail?.text_body}${mail?.html_body}`).not.toContain('evil.example');
  });

  it('of what is late keeps the wish, words or none, and confirms it; any other kind has no wish', async () => {
    const id = await taken({ kind: 'late', wish: 'resend', words: '', lines: [], locale: 'fr' });
    expect(await problemDetail(ctx, id)).toMatchObject({ kind: 'late', wish: 'resend', words: '' });
    expect(await story()).toMatchObject([{ data: { kind: 'late', wish: 'resend', words: null } }]);
    expect((await mails())[0]?.text_body).toContain('Votre souhait : Un nouvel envoi');
    expect(await problemDetail(ctx, await taken({ wish: 'refund' }))).toMatchObject({ kind: 'damaged', wish: null });
  });

  it('keeps the language it is answered in, and words without what no text may hold', async () => {
    const id = await taken({ locale: 'xx-nowhere', words: 'A\0 hole \ud83d' });
    expect(await problemDetail(ctx, id)).toMatchObject({ locale: 'en', words: 'A hole \ufffd' });
  });

  it('of an order without an address is taken without a mail', async () => {
    await placeOrder(ctx, { id: '5002', email: null });
    await taken({ orderId: '5002', lines: [] });
    expect(await mails()).toEqual([]);
  });

  it('about an order that is not this shop’s finds no order', async () => {
    const other = await stage.newShop();
    await expect(stage.report(other)).rejects.toMatchObject({ status: 404 });
  });
});

describe('what is refused', () => {
  it.each<[string, Partial<ProblemReport>, string]>([
    ['a kind nobody offered', { kind: 'refund_me' }, 'kind_unknown'],
    ['a line of another order', { lines: [{ lineId: '60011', quantity: 1 }] }, 'lines_unknown'],
    ['more of a line than was bought', { lines: [{ lineId: '50011', quantity: 3 }] }, 'lines_unknown'],
    ['half a pair', { lines: [{ lineId: '50011', quantity: 0.5 }] }, 'lines_unknown'],
    ['a line twice', { lines: [{ lineId: '50011', quantity: 1 }, { lineId: '50011', quantity: 1 }] }, 'lines_unknown'],
    ['a line that is no number', { lines: [{ lineId: "1' or true", quantity: 1 }] }, 'lines_unknown'],
    ['a parcel that is not there', { shipmentId: '999999' }, 'parcel_unknown'],
    ['more than 2000 characters', { words: 'x'.repeat(2_001) }, 'words_too_long'],
    ['something else, unsaid', { kind: 'other', words: ' ' }, 'words_missing'],
    ['late without what would be liked instead', { kind: 'late' }, 'wish_missing'],
    ['late with a wish nobody offered', { kind: 'late', wish: 'sue' }, 'wish_missing'],
    ['a sixth photo', { photos: Array.from({ length: 6 }, () => new Uint8Array([1])) }, 'too_many_pictures'],
  ])('%s', async (_, changes, expected) => {
    expect(await refusal(changes)).toBe(expected);
    expect(await reports()).toEqual([]);
  });

  it('a line that is not in the parcel the report is about', async () => {
    expect(await refusal({ shipmentId: parcels[1] })).toBe('lines_unknown');
    expect(await refusal({ shipmentId: parcels[0] })).toBe('reported');
  });

  it('another order’s line and parcel of the same shop', async () => {
    const [theirs] = await placeOrder(ctx, { id: '6001', email: 'bob@example.com' });
    expect(await refusal({ lines: [{ lineId: '60011', quantity: 1 }] })).toBe('lines_unknown');
    expect(await refusal({ shipmentId: theirs, lines: [] })).toBe('parcel_unknown');
  });

  it('a program under a photo’s name: it is said which, and nothing of the report stays', async () => {
    const answer = await told({ photos: [await photo(), Buffer.from('MZ\x90\0this program')] });
    expect(answer).toEqual({ state: 'refused', refusal: 'not_a_picture', photo: 1 });
    expect(await reports()).toEqual([]);
    expect(await stage.photosOf(ctx)).toEqual([]);
  });

  it('too many reports about one order within an hour', async () => {
    const states = [];
    for (let at = 0; at < 9; at += 1) states.push((await told({ words: `Problem ${at}` })).state);
    expect(states.slice(0, 8)).toEqual(Array(8).fill('reported'));
    expect(states.at(-1)).toBe('limited');
  });
});

describe('told twice', () => {
  it('by a double click, in parallel and over two processes, it is one report, one mail, one line, and no photo is left over', async () => {
    const twice = { idempotencyKey: 'one-form', photos: [await photo()] };
    const answers = await Promise.all([told(twice), stage.report(stage.elsewhere(ctx), twice), told(twice)]);
    expect(new Set(answers.map((answer) => (answer.state === 'reported' ? answer.id : answer.state))).size).toBe(1);
    expect(answers.filter((answer) => answer.state === 'reported' && answer.isNew)).toHaveLength(1);
    expect([(await reports()).length, (await mails()).length, (await story()).length, (await stage.photosOf(ctx)).length]).toEqual([1, 1, 1, 1]);
  });

  it('from two tabs at once, it is one report', async () => {
    const [left, right] = await Promise.all([told({ idempotencyKey: 'left' }), told({ idempotencyKey: 'right' })]);
    expect(left).toMatchObject({ state: 'reported' });
    expect(right).toMatchObject({ id: 'id' in left ? left.id : '' });
    expect(await reports()).toHaveLength(1);
  });

  it('from another tab after ten minutes, it is a report of its own; by the same form never', async () => {
    await taken({ idempotencyKey: 'form' });
    ctx.clock.offset += 11 * minute;
    expect(await told({ idempotencyKey: 'form' })).toMatchObject({ isNew: false });
    expect(await told({ idempotencyKey: 'next' })).toMatchObject({ isNew: true });
  });

  it('with other words, lines, photos or another wish, it is another report, also from the same form', async () => {
    const form = { idempotencyKey: 'form' };
    const late = { ...form, kind: 'late', lines: [] };
    expect(await taken({ ...late, wish: 'wait' })).not.toBe(await taken({ ...late, wish: 'refund' }));
    const ids = [await taken(form), await taken({ ...form, words: 'Also the toe.' }), await taken({ ...form, lines: [] }), await taken({ ...form, photos: [await photo()] })];
    expect(new Set(ids).size).toBe(4);
  });
});

describe('photos', () => {
  it('are removed by a job that was written before, where the report never came to be', async () => {
    const put: typeof stage.files.put = async (...given) => {
      await stage.files.put(...given);
      throw new Error('the disk is full');
    };
    const failing = { ...stage.needs, files: { ...stage.files, put } };
    await expect(reportProblem(ctx, report({ photos: [await photo()] }), failing)).rejects.toThrow('the disk is full');
    expect(await stage.photosOf(ctx)).toHaveLength(1);
    const [job] = await stage.jobs(ctx);
    await removePhotos(ctx, stage.files, job?.payload.data ?? { photoIds: [] });
    expect(await stage.photosOf(ctx)).toEqual([]);
  });

  it('that belong to a report are left alone by that job', async () => {
    await taken({ photos: [await photo()] });
    const [job] = await stage.jobs(ctx);
    expect(job?.payload.data.photoIds).toHaveLength(1);
    await removePhotos(ctx, stage.files, job?.payload.data ?? { photoIds: [] });
    expect(await stage.photosOf(ctx)).toHaveLength(1);
  });

  it('are kept without what the sent files knew', async () => {
    const withPlace = await sharp(await photo()).withExif({ IFD0: { Artist: 'Zqx' }, IFD3: { GPSLatitude: '52/1 30/1 0/1', GPSLatitudeRef: 'N' } }).jpeg().toBuffer();
    await taken({ photos: [withPlace] });
    const [name = ''] = await stage.photosOf(ctx);
    const kept = await new Response(await stage.files.get(`shops/${ctx.shop.id}/problems/${name}`)).arrayBuffer();
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    expect(Buffer.from(kept).toString('latin1')).not.toContain('Zqx');
  });
});

describe('a parcel of which the customer says that it did not arrive', () => {
  const denied = async () => [...(await ctx.tx((tx) => deniedShipments(tx, parcels))).keys()];

  it('is denied while the report is open, and again when the closing is taken back', async () => {
    const id = await taken({ kind: 'not_arrived', shipmentId: parcels[1], lines: [] });
    expect(await denied()).toEqual([parcels[1]]);
    await closeProblem(ctx, id, '77');
    expect(await denied()).toEqual([]);
    await sleep(2);
    await reopenProblem(ctx, id, '77');
    expect(await denied()).toEqual([parcels[1]]);
    expect((await story()).map(({ type, actor }) => [type, actor])).toEqual([['problem.reported', null], ['problem.closed', '77'], ['problem.reopened', '77']]);
  });

  it('need not be named where it is the only one', async () => {
    const [only] = await placeOrder(ctx, { id: '5003', parcels: 1 });
    await taken({ orderId: '5003', kind: 'not_arrived', lines: [] });
    expect([...(await ctx.tx((tx) => deniedShipments(tx, [only ?? '']))).keys()]).toEqual([only]);
  });

  it('is each parcel of a split order that is said to be missing as a whole, and those of the items that are named', async () => {
    const items = await taken({ kind: 'not_arrived', lines: [{ lineId: '50012', quantity: 1 }] });
    expect(await denied()).toEqual([parcels[1]]);
    await closeProblem(ctx, items, '77');
    await placeOrder(ctx, { id: '5004' });
    await taken({ orderId: '5004', kind: 'not_arrived', lines: [] });
    expect(await denied()).toEqual([]);
    await taken({ kind: 'not_arrived', lines: [], words: 'Nothing came.' });
    expect((await denied()).sort()).toEqual([...parcels].sort());
  });

  it('is not denied by a report of damage', async () => {
    await taken({ shipmentId: parcels[0] });
    expect(await denied()).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeMailboxes, readMailboxes } from '../../app/modules/inbox/index.server.ts';
import { createOpenImap } from '../../app/modules/inbox/mailboxes/open-imap.server.ts';
import { saveMailbox } from '../../app/modules/inbox/mailboxes/save-mailbox.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import { until } from '../harness/app-on-stage.ts';
import { formOf, mailOf, noLogins, openDoorStage } from '../inbox-doors/stage.ts';
import { mailboxUser, startDovecot } from './dovecot.ts';

type Stage = Awaited<ReturnType<typeof openDoorStage>>;
type Parts = { stage: Stage; ctx: Awaited<ReturnType<Stage['newShop']>>; dovecot: Awaited<ReturnType<typeof startDovecot>> };
const parts: Partial<Parts> = {};
const all = (): Parts => {
  const { stage, ctx, dovecot } = parts;
  if (!stage || !ctx || !dovecot) throw new Error('The stage is not set.');
  return { stage, ctx, dovecot };
};

beforeAll(async () => {
  parts.dovecot = await startDovecot();
  parts.stage = await openDoorStage();
  parts.ctx = await parts.stage.newShop('nordlicht.myshopify.com');
});
afterAll(() => parts.dovecot?.stop());

const fields = (changes: Record<string, string> = {}) => ({
  address: 'care@nordlicht.example', name: 'Nordlicht', wayIn: 'imap', host: '127.0.0.1', port: String(all().dovecot.port), security: 'starttls', ...mailboxUser, ...changes,
});

/** A worker that reads mailboxes until the test is over. */
function worker() {
  const { stage } = all();
  const reading = readMailboxes({ database: stage.database, databaseUrl: stage.databaseUrl, shops: stage.shops, files: stage.files, openImap: createOpenImap({ sealer: stage.sealer, clients: noLogins }), allowInside: true, log: createLog('silent', 'test'), every: 200, pause: () => 300 });
  return reading;
}

const subjects = async () => {
  const { stage, ctx } = all();
  const raws = await Promise.all((await stage.arrivals(ctx)).map(({ raw_file }) => stage.bytesOf(raw_file)));
  return raws.map((raw) => /^Subject: (.*)\r$/m.exec(String(raw))?.[1]);
};
const mailbox = async () => {
  const { ctx } = all();
  return ctx.tx((tx) => tx.mailboxes.findFirstOrThrow({ where: { address: 'care@nordlicht.example' } }));
};
const arrived = (count: number) => until(`${count} mails arrived`, async () => (await subjects()).length >= count);

it('a mailbox is kept only once its server let us in: a wrong password, a wrong port and a wrong encryption are told apart', async () => {
  const { stage, ctx, dovecot } = all();
  const tried = (changes: Record<string, string>) => saveMailbox(ctx, formOf(fields(changes)), stage.needs);
  expect(await tried({ password: 'wrong' })).toEqual({ errors: { fields: {}, form: 'login' } });
  expect(await tried({ port: '1' })).toEqual({ errors: { fields: {}, form: 'unreachable' } });
  expect(await tried({ security: 'tls' })).toEqual({ errors: { fields: {}, form: 'tls' } });
  expect(await saveMailbox(ctx, formOf(fields()), { ...stage.needs, allowInside: false })).toMatchObject({ errors: { fields: { port: 'port' } } });
  await dovecot.deliver(mailOf('From before'));
  expect(await tried({ security: 'tls', port: String(dovecot.tlsPort) })).toMatchObject({ saved: expect.any(String) });
});

it('mail comes in within seconds of its delivery, each once and in order, and nothing in the mailbox is touched', async () => {
  const { dovecot, stage } = all();
  const first = worker();
  const second = worker();
  await until('the mailbox is read', async () => (await mailbox()).checked_at !== null);
  await dovecot.deliver(mailOf('One'), mailOf('Two'));
  await arrived(2);
  const before = Date.now();
  await dovecot.deliver(mailOf('Three'));
  await arrived(3);
  expect(Date.now() - before).toBeLessThan(3_000);
  expect(await subjects()).toEqual(['One', 'Two', 'Three']);
  expect((await dovecot.flags()).flat()).not.toContain('\\Seen');
  expect(await stage.waiting('inbox.keep-mail')).toBe(3);
  await Promise.all([first.stop(), second.stop()]);
});

it('what came while nobody read, while the server was away, and while our own store failed is there afterwards, once', async () => {
  const { dovecot, stage } = all();
  await dovecot.deliver(mailOf('While we were away'));
  const put = stage.files.put;
  let failures = 0;
  stage.files.put = (...given) => (failures++ < 2 ? Promise.reject(new Error('The disk is full.')) : put(...given));
  const reading = worker();
  await arrived(4);
  stage.files.put = put;
  expect((await mailbox()).state).toBe('on');
  await dovecot.halt();
  await until('the mailbox is seen to fail', async () => (await mailbox()).state === 'failing');
  expect((await mailbox()).failure).toBe('unreachable');
  await dovecot.start();
  await until('the mailbox is read again', async () => (await mailbox()).state === 'on');
  await dovecot.deliver(mailOf('Back again'));
  await arrived(5);
  expect((await subjects()).slice(3)).toEqual(['While we were away', 'Back again']);
  await reading.stop();
});

it('a password that was changed is shown as such, and the new one mends it without a loss', async () => {
  const { ctx, dovecot, stage } = all();
  await dovecot.deliver(mailOf('Before the password'));
  await dovecot.setPassword('another');
  const reading = worker();
  await until('the login fails', async () => (await mailbox()).failure === 'login');
  await dovecot.setPassword(mailboxUser.password);
  expect(await saveMailbox(ctx, formOf(fields({ id: (await mailbox()).id, password: '' })), stage.needs)).toHaveProperty('saved');
  await arrived(6);
  expect((await subjects()).at(-1)).toBe('Before the password');
  await reading.stop();
});

it('where the server numbers anew, nothing is lost: what came of late is taken again and known by its contents', async () => {
  const { dovecot } = all();
  const { uid_validity } = await mailbox();
  await dovecot.deliver(mailOf('Just before the renumbering'));
  await dovecot.renumber();
  const reading = worker();
  await until('the new numbering is known', async () => (await mailbox()).uid_validity !== uid_validity);
  await until('the mail arrived', async () => (await subjects()).includes('Just before the renumbering'));
  await reading.stop();
});

it('what the server puts into its spam folder comes in, marked as such, from when that is wanted until it is not', async () => {
  const { ctx, dovecot, stage } = all();
  const wanted = async (isWanted: string) => changeMailboxes(ctx, formOf({ intent: 'read-junk', id: (await mailbox()).id, isWanted }), { ...stage.needs, clients: noLogins, appUrl: 'https://app.example.com', locale: 'en' });
  const found = async () => {
    const arrivals = (await stage.arrivals(ctx)).slice(before);
    return Promise.all(arrivals.map(async ({ raw_file, from_junk }) => [/^Subject: (.*)\r$/m.exec(String(await stage.bytesOf(raw_file)))?.[1], from_junk]));
  };
  await dovecot.junk(mailOf('Spam from before'));
  const reading = worker();
  await dovecot.deliver(mailOf('Just before'));
  await until('the mail arrived', async () => (await subjects()).includes('Just before'));
  const before = (await stage.arrivals(ctx)).length;
  expect(await wanted('yes')).toEqual({ done: true });
  await dovecot.junk(mailOf('Taken for spam'));
  await until('it arrived', async () => (await found()).length === 1);
  await dovecot.deliver(mailOf('As ever'));
  await until('the other arrived', async () => (await found()).length === 2);
  expect(await wanted('no')).toEqual({ done: true });
  await dovecot.junk(mailOf('Nobody asks'));
  await dovecot.deliver(mailOf('And on'));
  await until('the last one arrived', async () => (await found()).length >= 3);
  expect(await found()).toEqual([['Taken for spam', true], ['As ever', false], ['And on', false]]);
  await reading.stop();
}, 60_000);

it('five hundred mails at once, with the reader killed in the middle, arrive each once', async () => {
  const { dovecot } = all();
  const marks = Array.from({ length: 500 }, (_, at) => `Burst ${at}`);
  await dovecot.deliver(...marks.map((mark) => mailOf(mark)));
  for (const patience of [400, 400, 400]) {
    const reading = worker();
    await new Promise((done) => setTimeout(done, patience));
    await reading.stop();
  }
  const reading = worker();
  await until('all of them arrived', async () => (await subjects()).filter((subject) => subject?.startsWith('Burst')).length >= 500, 150);
  expect((await subjects()).filter((subject) => subject?.startsWith('Burst')).toSorted()).toEqual(marks.toSorted());
  await reading.stop();
}, 200_000);

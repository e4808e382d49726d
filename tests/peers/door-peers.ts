import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTransport } from 'nodemailer';
import { readMail } from '../../app/modules/inbox/index.pure.ts';
import { until } from '../harness/app-on-stage.ts';
import { mailOf, openDoorStage } from '../inbox-doors/stage.ts';
import { startRelay } from './relay.ts';

type Stage = Awaited<ReturnType<typeof openDoorStage>>;
type Parts = { stage: Stage; ctx: Awaited<ReturnType<Stage['newShop']>>; relay: Awaited<ReturnType<typeof startRelay>> };
const parts: Partial<Parts> = {};
const all = (): Parts => {
  const { stage, ctx, relay } = parts;
  if (!stage || !ctx || !relay) throw new Error('The stage is not set.');
  return { stage, ctx, relay };
};
const put: { original?: Stage['files']['put'] } = {};

beforeAll(async () => {
  parts.stage = await openDoorStage();
  parts.ctx = await parts.stage.newShop('nordlicht.myshopify.com');
  await parts.stage.addMailbox(parts.ctx, { address: 'care@nordlicht.example' });
  put.original = parts.stage.files.put;
  const door = await parts.stage.openDoor();
  parts.relay = await startRelay(door.port);
});
afterAll(() => parts.relay?.stop());

const send = (raw: Buffer, to: string) => createTransport(all().relay.url).sendMail({ envelope: { from: 'ada@example.com', to }, raw });
const arrivals = () => all().stage.arrivals(all().ctx);

it('a mail that Postfix passes on to our door arrives once, with what Postfix wrote on it', async () => {
  await send(mailOf('By Postfix'), 'care@nordlicht.example');
  await until('the mail arrived', async () => (await arrivals()).length === 1);
  const [arrival] = await arrivals();
  const raw = String(await all().stage.bytesOf(arrival?.raw_file ?? ''));
  expect(raw).toMatch(/^Received: .*mx\.example\.com \(Postfix\)/ms);
  expect(raw).toContain('Subject: By Postfix');
});

it('what we cannot keep stays in the queue of Postfix and comes again by itself', async () => {
  const { stage, relay } = all();
  let refused = 0;
  stage.files.put = (...given) => (refused++ < 1 ? Promise.reject(new Error('The disk is full.')) : (put.original ?? fail)(...given));
  await send(mailOf('Second try'), 'care@nordlicht.example');
  await until('Postfix was told to wait', async () => relay.log().includes('451 4.3.0'));
  await until('the mail arrived', async () => (await arrivals()).length === 2, 30);
  expect(refused).toBe(2);
});

it('hundreds of mails over parallel connections arrive each once', async () => {
  await Promise.all(Array.from({ length: 200 }, (_, at) => send(mailOf(`Many ${at}`), 'care@nordlicht.example')));
  await until('all of them arrived', async () => (await arrivals()).length === 202, 60);
}, 90_000);

it('a mail that Python writes and sends is read as it was meant', async () => {
  const before = (await arrivals()).length;
  const program = [
    'import smtplib, sys', 'from email.message import EmailMessage', 'm = EmailMessage()', 'm["From"] = "Zoë Łukasz <zoe@example.com>"', 'm["To"] = "care@nordlicht.example"',
    'm["Subject"] = "我的包裹在哪里? – Größe"', 'm["Message-ID"] = "<python@example.com>"', 'm.set_content("Wo ist mein Paket?\\n包裹\\n")',
    'm.add_attachment(bytes(range(256)), maintype="application", subtype="octet-stream", filename="Łatka 照片.bin")', 's = smtplib.SMTP("127.0.0.1", int(sys.argv[1]))', 's.send_message(m)', 's.quit()',
  ].join('\n');
  execFileSync('/usr/bin/python3', ['-c', program, String(new URL(all().relay.url).port)]);
  await until('the mail arrived', async () => (await arrivals()).length === before + 1);
  const mail = readMail((await all().stage.bytesOf((await arrivals()).at(-1)?.raw_file ?? '')) ?? Buffer.alloc(0));
  expect(mail).toMatchObject({ subject: '我的包裹在哪里? – Größe', from: { name: 'Zoë Łukasz', address: 'zoe@example.com' }, attachments: [{ filename: 'Łatka 照片.bin', size: 256 }] });
  expect(mail.text.trim()).toBe('Wo ist mein Paket?\n包裹');
});

it('an address that nobody has comes back to its sender, told why', async () => {
  await send(mailOf('To nobody'), 'nobody@nordlicht.example');
  await until('Postfix gave it up', async () => /status=bounced.*550 5\.1\.1/.test(all().relay.log()));
});

function fail(): never {
  throw new Error('There is no file store.');
}

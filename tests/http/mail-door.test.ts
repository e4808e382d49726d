import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../sandbox/machine/postgres.ts';
import { appOnStage, until, type Stage } from '../harness/app-on-stage.ts';

const address = 'care@anemone.example';
const mails = 80;
let stage: Stage;
let port: number;

beforeAll(async () => {
  stage = await appOnStage();
  port = await freePort();
  const form = new URLSearchParams({ intent: 'save-mailbox', address, name: 'Anemone', wayIn: 'door' });
  const door = await stage.startWeb({ SMTP_DOOR_PORT: String(port) });
  stage.sandbox.urls.appLocal = door.url;
  const answer = await stage.admin(stage.a, '/app/settings/mailboxes.data', { method: 'POST', body: form });
  // Only a process with a door offers it; the first one has none.
  expect(await answer.text()).toContain('wayIn');
  const token = await stage.sandbox.oauth.mintIdToken(stage.a.domain);
  const saved = await fetch(`${door.url}/app/settings/mailboxes.data`, { method: 'POST', body: form, headers: { authorization: `Bearer ${token}`, 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0.0.0' } });
  expect(await saved.text()).toContain('saved');
  door.kill();
  await door.ended;
}, 120_000);

afterAll(() => stage?.stop());

/** Hands it in as a mail server does: again and again, until it is told that the mail arrived. */
async function handIn(at: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const program = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, connectionTimeout: 2_000, greetingTimeout: 2_000, socketTimeout: 5_000 });
    const mail = { from: `customer.${at}@example.com`, to: address, subject: `Mail ${at}`, text: `Where is parcel ${at}?`, messageId: `<${at}@example.com>`, date: new Date('2026-11-22T10:00:00Z') };
    const isTaken = await program.sendMail(mail).then(() => true, () => false);
    program.close();
    if (isTaken) return;
    await pause(200);
  }
  throw new Error(`Mail ${at} was never taken.`);
}

it('mails that come while web and worker processes are killed outright are conversations in the end, none lost and none doubled', async () => {
  const environment = { SMTP_DOOR_PORT: String(port) };
  let door = await stage.startWeb(environment);
  let { worker }: Pick<Stage, 'worker'> = stage;
  const all = Promise.all(Array.from({ length: mails }, (_, at) => pause((at % 10) * 300).then(() => handIn(at))));
  for (let deaths = 0; deaths < 2; deaths += 1) {
    await pause(700);
    door.kill();
    await door.ended;
    worker.kill();
    worker = stage.startWorker();
    door = await stage.startWeb(environment);
  }
  await all;
  const count = async (query: string) => Number((await stage.rows<{ count: string }>(stage.a, query))[0]?.count);
  await until('every mail is read', async () => (await count(`select count(*) from mail_arrivals where state = 'kept'`)) >= mails, 90);
  const subjects = (await stage.rows<{ subject: string }>(stage.a, `select subject from messages where direction = 'in' order by subject`)).map(({ subject }) => subject);
  expect(subjects).toEqual(Array.from({ length: mails }, (_, at) => `Mail ${at}`).sort());
  expect(await count(`select count(*) from mail_arrivals where state = 'waiting'`)).toBe(0);
}, 180_000);

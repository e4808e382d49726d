import { expect, it, vi } from 'vitest';
import { createLog } from '#app/platform/log/log.server.ts';
import { readImap, type FoundMail } from '#app/platform/mail-in/imap-reader.server.ts';
import type { ImapPosition } from '#app/platform/mail-in/try-imap.server.ts';
import { scriptedImap } from './scripted-imap.ts';
import { mailOf } from './stage.ts';

const mails = [mailOf('One'), Buffer.concat([mailOf('Two'), Buffer.alloc(200_000, 'long line\r\n')]), mailOf('Three')];

/** Reads a scripted server until the test is over; what is taken fails as often as it is told. */
async function reading(fates: Parameters<typeof scriptedImap>[1], failures = 0) {
  const server = await scriptedImap(mails, fates);
  const taken: FoundMail[] = [];
  const states: string[] = [];
  const at: { position: ImapPosition | null } = { position: { uidValidity: 7n, lastUid: 0n } };
  let left = failures;
  const reader = readImap({
    open: async () => ({ server: { host: '127.0.0.1', port: server.port, security: 'starttls', user: 'care', auth: { password: 'x' } }, position: at.position, readAt: new Date() }),
    async take(mail) {
      left -= 1;
      if (left >= 0) throw new Error('The disk is full.');
      taken.push(mail);
    },
    advance: async (position) => void (at.position = position),
    stand: async (state) => void states.push(state),
    allowInside: true,
    log: createLog('silent', 'test'),
    pause: () => 20,
  });
  return { server, taken, states, at, stop: () => reader.stop().then(() => server.stop()) };
}

const patience = { timeout: 20_000 };
const uids = (taken: readonly FoundMail[]) => taken.map(({ uid }) => uid);

it('a server that hangs up in the middle of a mail never leaves us half of it: each mail is taken once, whole and in order', async () => {
  const { server, taken, at, stop } = await reading(['hang-up-in-mail', 'hang-up-in-mail', 'well']);
  await vi.waitFor(() => expect(taken.length).toBe(mails.length), patience);
  expect(uids(taken)).toEqual([1n, 2n, 3n]);
  expect(taken.map(({ bytes }) => bytes.toString())).toEqual(mails.map(String));
  await vi.waitFor(() => expect(at.position?.lastUid).toBe(3n), patience);
  expect(server.connections()).toBe(3);
  await stop();
}, 30_000);

it('a server that talks nonsense, or refuses us, is called again until it is well, and said to fail meanwhile', async () => {
  const { taken, states, stop } = await reading(['garbage', 'refuse', 'well']);
  await vi.waitFor(() => expect(taken.length).toBe(mails.length), patience);
  expect(states).toEqual(['unreachable', 'login', 'on']);
  await stop();
}, 30_000);

it('a mail that we could not keep is fetched again, and is no failure of the mailbox', async () => {
  const { taken, states, stop } = await reading(['well'], 2);
  await vi.waitFor(() => expect(taken.length).toBe(mails.length), patience);
  expect(uids(taken)).toEqual([1n, 2n, 3n]);
  expect(new Set(states)).toEqual(new Set(['on']));
  await stop();
}, 30_000);

import { expect, it, vi } from 'vitest';
import { createLog } from '#app/platform/log/log.server.ts';
import type { ImapPosition } from '#app/platform/mail-in/imap-folder.server.ts';
import { readImap, type FoundMail } from '#app/platform/mail-in/imap-reader.server.ts';
import { scriptedImap } from './scripted-imap.ts';
import { mailOf } from './stage.ts';

const mails = [mailOf('One'), Buffer.concat([mailOf('Two'), Buffer.alloc(200_000, 'long line\r\n')]), mailOf('Three')];

/** Reads a scripted server until the test is over; what is taken fails as often as it is told. */
async function reading(fates: Parameters<typeof scriptedImap>[1], { failures = 0, withheld = [], before = 7n }: { failures?: number; withheld?: number[]; before?: bigint } = {}) {
  const server = await scriptedImap(mails, fates, { withheld });
  const pauses: number[] = [];
  const taken: FoundMail[] = [];
  const states: string[] = [];
  const at: { position: ImapPosition | null } = { position: { uidValidity: before, lastUid: 0n } };
  let left = failures;
  const reader = readImap({
    folder: 'inbox',
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
    pause: (count) => (pauses.push(count), 20),
  });
  return { server, taken, states, at, pauses, stop: () => reader.stop().then(() => server.stop()) };
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
  const { taken, states, stop } = await reading(['well'], { failures: 2 });
  await vi.waitFor(() => expect(taken.length).toBe(mails.length), patience);
  expect(uids(taken)).toEqual([1n, 2n, 3n]);
  expect(new Set(states)).toEqual(new Set(['on']));
  await stop();
}, 30_000);

it('a mail that its server never hands out holds up those behind it for a while, with growing pauses, and not for ever', async () => {
  const { taken, at, pauses, stop } = await reading(['well'], { withheld: [2] });
  await vi.waitFor(() => expect(uids(taken)).toEqual([1n, 3n]), patience);
  await vi.waitFor(() => expect(at.position?.lastUid).toBe(3n), patience);
  expect(pauses).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  await stop();
}, 30_000);

it('where no mail is handed out, none is passed', async () => {
  const { at, pauses, stop } = await reading(['well'], { withheld: [1, 2, 3] });
  await vi.waitFor(() => expect(pauses.length).toBeGreaterThan(25), patience);
  expect(at.position?.lastUid).toBe(0n);
  await stop();
}, 30_000);

it('a search that the server refuses does not say that there is nothing, where it numbers anew least of all', async () => {
  const { taken, states, stop } = await reading(['refuse-search', 'well'], { before: 6n });
  await vi.waitFor(() => expect(uids(taken)).toEqual([1n, 2n, 3n]), patience);
  expect(states[0]).toBe('unreachable');
  await stop();
}, 30_000);

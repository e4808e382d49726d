import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeTicket } from '#app/modules/inbox/index.server.ts';
import { inboxStage, type InboxStage } from './stage.ts';

let stage: InboxStage;
beforeAll(async () => {
  stage = await inboxStage();
});
afterAll(() => stage.close());

let count = 0;
/** A mail of somebody unknown that its server took for spam, and the way to have it come again. */
async function inJunk() {
  const written = { id: `<junk${(count += 1)}@letter.example>`, from: `junk${count}@letter.example`, subject: 'A question', text: `When do you open? ${count}` };
  const { ticket } = await stage.mail({ ...written, isJunk: true });
  expect(ticket.spam).toBe(true);
  const comesAgain = async (isJunk = false) => (await stage.mail({ ...written, isJunk })).ticket;
  return { ticketId: ticket.id, comesAgain };
}
const decide = (ticketId: number, spam: boolean) => stage.ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { spam }, actor: '702', now: stage.clock.now() }));

describe('a mail out of the spam folder of its mailbox', () => {
  test('is kept apart no more once somebody moved it to the inbox there, and is still one mail and not acknowledged', async () => {
    const { ticketId, comesAgain } = await inJunk();
    const before = await stage.counts();
    expect(await comesAgain()).toMatchObject({ id: ticketId, spam: false, state: 'new' });
    expect(await stage.counts()).toEqual(before);
    expect(await stage.ctx.tx((tx) => tx.messages.count({ where: { ticket_id: ticketId, direction: 'out' } }))).toBe(0);
  });

  test('stays apart as it comes out of there again, and where staff said that it is spam', async () => {
    const [twice, marked] = [await inJunk(), await inJunk()];
    expect((await twice.comesAgain(true)).spam).toBe(true);
    await decide(marked.ticketId, false);
    await decide(marked.ticketId, true);
    expect((await marked.comesAgain()).spam).toBe(true);
  });

  test('is the only one: what is kept apart for what it says stays so, however often it comes', async () => {
    const spam = { id: '<prize@spam.example>', from: 'winner@spam.example', subject: 'You WON $1,000,000 - claim NOW', text: 'You have won the lottery.', fields: ['X-Spam-Flag: YES', 'X-Spam-Status: Yes, score=15.0'] };
    expect((await stage.mail(spam)).ticket.spam).toBe(true);
    expect((await stage.mail(spam)).ticket.spam).toBe(true);
  });
});

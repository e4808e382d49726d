import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeTicket } from '#app/modules/inbox/index.server.ts';
import { inboxStage, type InboxStage } from './stage.ts';

let stage: InboxStage;
beforeAll(async () => {
  stage = await inboxStage();
});
afterAll(() => stage.close());

test('a conversation becomes as urgent as what its customer writes later, and never less so; what staff chose stays, but for what is urgent', async () => {
  const from = 'graver@customer.example';
  const first = await stage.mail({ from, subject: 'My lamp', text: 'When will my order be here?' });
  const ticketId = first.ticket.id;
  const again = async (text: string) => {
    const { ticket } = await stage.mail({ from, subject: 'Re: My lamp', text });
    return [ticket.id, ticket.priority, ticket.priority_reason];
  };
  expect(first.ticket.priority).toBe('normal');
  expect(await again('This is my third email and still no answer from you!')).toEqual([ticketId, 'high', 'complaint']);
  expect(await again('I was charged twice as well.')).toEqual([ticketId, 'high', 'complaint']);
  await stage.ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { priority: 'low', priorityReason: 'staff' }, actor: '7', now: stage.clock.now() }));
  expect(await again('Still no answer!')).toEqual([ticketId, 'low', 'staff']);
  expect(await again('Now it is here, and it caught fire.')).toEqual([ticketId, 'urgent', 'safety']);
  expect(await again('Thank you, all is well.')).toEqual([ticketId, 'urgent', 'safety']);
});

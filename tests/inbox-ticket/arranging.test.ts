import { beforeAll, describe, expect, it } from 'vitest';
import { actOnTicket } from '#app/modules/inbox/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openInboxStage, seededStaff, seedMessage, seedTicket } from '#tests/inbox-stage.ts';
import { openView } from './open-view.ts';

let newShop: Awaited<ReturnType<typeof openInboxStage>>['newShop'];
beforeAll(async () => {
  ({ newShop } = await openInboxStage());
});

function act(ctx: ShopContext, id: number, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return actOnTicket(ctx, { id: String(id), form, staffId: seededStaff.mia });
}

async function said(ctx: ShopContext, id: number): Promise<string[]> {
  const { entries } = await openView(ctx, { ticketId: id, staffId: seededStaff.mia, most: 60 });
  return entries.flatMap((entry) => (entry.is === 'message' ? [entry.text] : []));
}

describe('from a ticket’s page', () => {
  it('another is read in it, offered by its person, and taken out again by what the merge answered', async () => {
    const ctx = await newShop();
    const here = await seedTicket(ctx, { text: 'First' });
    const there = await seedTicket(ctx, { text: 'Second' });
    expect((await openView(ctx, { ticketId: here, staffId: null, most: 60 })).others.map(({ id }) => id)).toEqual([there]);
    const answer = await act(ctx, here, { intent: 'merge', ticket: ` #${there}` });
    if (answer.is !== 'arranged' || !answer.undo) throw new Error(JSON.stringify(answer));
    expect(await said(ctx, here)).toEqual(['First', 'Second']);
    await act(ctx, here, answer.undo);
    expect([await said(ctx, here), await said(ctx, there)]).toEqual([['First'], ['Second']]);
  });

  it('some of its messages get a ticket of their own, and come back by what the split answered', async () => {
    const ctx = await newShop();
    const here = await seedTicket(ctx, { text: 'Parcel' });
    const other = await seedMessage(ctx, here, { text: 'And the invoice?' });
    const answer = await act(ctx, here, { intent: 'split', messages: String(other), subject: 'Invoice' });
    if (answer.is !== 'arranged' || !answer.undo) throw new Error(JSON.stringify(answer));
    expect([await said(ctx, here), await said(ctx, answer.ticket)]).toEqual([['Parcel'], ['And the invoice?']]);
    await act(ctx, here, answer.undo);
    expect(await said(ctx, here)).toEqual(['Parcel', 'And the invoice?']);
  });

  it('nothing that is no spam is read in what is, where nobody would see it; spam is read anywhere', async () => {
    const ctx = await newShop();
    const [fine, spam, other] = [await seedTicket(ctx), await seedTicket(ctx, { spam: true }), await seedTicket(ctx, { spam: true })];
    expect(await act(ctx, spam, { intent: 'merge', ticket: String(fine) })).toEqual({ is: 'not_arranged', why: 'into_spam' });
    expect(await said(ctx, fine)).toHaveLength(1);
    expect(await act(ctx, spam, { intent: 'merge', ticket: String(other) })).toMatchObject({ is: 'arranged' });
    expect(await act(ctx, fine, { intent: 'merge', ticket: String(spam) })).toMatchObject({ is: 'arranged' });
    expect(await said(ctx, fine)).toHaveLength(3);
  });

  it('what cannot be is answered with why, and changes nothing', async () => {
    const ctx = await newShop();
    const here = await seedTicket(ctx);
    const only = (await ctx.tx((tx) => tx.messages.findFirst({ where: { ticket_id: here } })))?.id;
    expect(await act(ctx, here, { intent: 'merge', ticket: 'x' })).toEqual({ is: 'not_arranged', why: 'number' });
    expect(await act(ctx, here, { intent: 'merge', ticket: String(here) })).toEqual({ is: 'not_arranged', why: 'same' });
    expect(await act(ctx, here, { intent: 'merge', ticket: '999' })).toEqual({ is: 'not_arranged', why: 'not_found' });
    expect(await act(ctx, here, { intent: 'split', messages: String(only), subject: '' })).toEqual({ is: 'not_arranged', why: 'nothing_left' });
    await expect(act(await newShop(), here, { intent: 'merge', ticket: '1' })).resolves.toEqual({ is: 'not_arranged', why: 'not_found' });
  });
});

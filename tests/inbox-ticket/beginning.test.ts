import { beforeAll, describe, expect, it } from 'vitest';
import { beginTicket, openTicketPage } from '#app/modules/inbox/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openInboxStage, seededStaff, seedTicket } from '#tests/inbox-stage.ts';

let newShop: Awaited<ReturnType<typeof openInboxStage>>['newShop'];
beforeAll(async () => {
  ({ newShop } = await openInboxStage());
});

function begin(ctx: ShopContext, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind: 'call', name: 'Ada Byron', contact: 'Ada@Example.com', subject: 'Wrong colour', text: 'It is blue.', order: '', ...fields })) form.set(name, value);
  return beginTicket(ctx, { form, staffId: seededStaff.mia });
}

describe('a ticket that staff begin', () => {
  it('holds what the caller said as their word, belongs to the person known by that address, and is given to whoever began it', async () => {
    const ctx = await newShop();
    const before = await seedTicket(ctx);
    const answer = await begin(ctx, {});
    if (answer.is !== 'begun') throw new Error(JSON.stringify(answer));
    const view = await openTicketPage(ctx, { id: String(answer.ticketId), staffId: seededStaff.mia, most: 60 });
    expect(view.ticket).toMatchObject({ subject: 'Wrong colour', state: 'new', assigneeId: seededStaff.mia });
    expect(view.entries.filter(({ is }) => is === 'message')).toMatchObject([{ direction: 'in', channel: 'phone', author: 'person', text: 'It is blue.' }]);
    expect(view.others.map(({ id }) => id)).toEqual([before]);
    expect(view.entries[0]).toMatchObject({ is: 'event', actor: seededStaff.mia });
  });

  it('is about somebody with a number only, where they called; a mail needs an address', async () => {
    const ctx = await newShop();
    const answer = await begin(ctx, { contact: '0049 (30) 123-4567' });
    if (answer.is !== 'begun') throw new Error(JSON.stringify(answer));
    expect((await openTicketPage(ctx, { id: String(answer.ticketId), staffId: null, most: 60 })).person.address).toBe('+49301234567');
    expect(await begin(ctx, { kind: 'write', contact: '+49301234567' })).toEqual({ is: 'invalid', fields: ['contact'] });
    expect(await begin(ctx, { kind: 'write', text: '' })).toMatchObject({ is: 'begun', kind: 'write' });
  });

  it('is not begun where a field is wrong, which is named', async () => {
    const ctx = await newShop();
    for (const [field, value] of [['contact', 'Ada'], ['subject', ' '], ['text', ''], ['order', '#999999']] as const) expect(await begin(ctx, { [field]: value })).toEqual({ is: 'invalid', fields: [field] });
    expect(await ctx.tx((tx) => tx.tickets.count())).toBe(0);
  });
});

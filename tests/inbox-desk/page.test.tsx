import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DeskPage } from '#app/modules/inbox/desk/ui/desk-page.tsx';
import { deskPage } from '#app/modules/inbox/index.server.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { deskPath, wholeDesk, type DeskQuery } from '../../app/modules/inbox/desk/ui/desk-query.ts';
import { openInboxStage, seedEveryState, seededStaff, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
const shownTo = async (ctx: Awaited<ReturnType<typeof stage.newShop>>, more: Partial<DeskQuery> = {}, locale: 'en' | 'zh-CN' = 'en') => {
  const query = { ...wholeDesk, ...more };
  return render({ locale, path: deskPath(query), children: <DeskPage query={query} desk={await deskPage(ctx, query, seededStaff.mia)} /> });
};

describe('the list of conversations', () => {
  it('leads a shop without an address to adding one, and says of one that has it what will come', async () => {
    const ctx = await stage.newShop();
    const before = textOf(await shownTo(ctx));
    for (const words of ['Add your support address', 'contact form']) expect(before).toContain(words);
    await ctx.tx((tx) => tx.mailboxes.create({ data: { id: randomUUID(), key: 'k7', address: 'care@nordlicht.example', name: 'Nordlicht', way_in: 'door', settings: {}, created_at: ctx.clock.now() } }));
    expect(textOf(await shownTo(ctx))).toContain('Conversations will appear here');
  });

  it.each(['en', 'zh-CN'] as const)('links each conversation, with who, what and where it stands, in %s', async (locale) => {
    const ctx = await stage.newShop();
    const { open } = await seedEveryState(ctx);
    const html = await shownTo(ctx, { view: 'all' }, locale);
    expect(html).toContain(`href="/app/inbox/${open}?list=view%3Dall&amp;at=`);
    for (const word of ['Charged twice', 'Otto Open', 'Mia Agent', 'vip', `#${open}`]) expect(textOf(html)).toContain(word);
    for (const word of locale === 'en' ? ['Urgent', 'Waiting for customer', 'Billing'] : ['紧急', '等待客户', '付款']) expect(textOf(html)).toContain(word);
  });

  it('offers what is open where a view is empty, and to clear what narrows it', async () => {
    const ctx = await stage.newShop();
    await seedTicket(ctx);
    expect(textOf(await shownTo(ctx, { view: 'snoozed' }))).toContain('Show what is open');
    const narrowed = textOf(await shownTo(ctx, { tag: 'nothing' }));
    expect(narrowed).toContain('Clear filters');
    expect(narrowed).toContain('Keep this view');
  });

  it('shows words of strangers as words', async () => {
    const ctx = await stage.newShop();
    await seedTicket(ctx, { subject: '<img src=x onerror=alert(1)>', name: '<b>Eve</b>', text: '<script>alert(1)</script>' });
    const html = await shownTo(ctx);
    expect(html).not.toContain('<img src=x');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;b&gt;Eve');
  });
});

import { describe, expect, it } from 'vitest';
import { hour } from '#app/kernel/time.ts';
import type { CareView } from '#app/modules/inbox/care/care-view.server.ts';
import { CarePanel } from '#app/modules/inbox/care/ui/care-panel.tsx';
import { DeskPage } from '#app/modules/inbox/desk/ui/desk-page.tsx';
import { deskPage } from '#app/modules/inbox/index.server.ts';
import { render, stageNow, textOf } from '../admin-ui/stage.tsx';
import { wholeDesk } from '../../app/modules/inbox/desk/ui/desk-query.ts';
import { openInboxStage, seededStaff, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
const complaint: CareView['complaint'] = {
  ticketId: 7, state: 'resolved', what: 'Torn, twice.', promisedAt: new Date(stageNow.getTime() + 2 * hour), recordedAt: stageNow, verifiedAt: stageNow, justified: 'yes', cause: 'packing', resolvedAt: stageNow, resolution: 'Sent again.', calledBackAt: null,
};
const care = (of: CareView['complaint'], locale: 'en' | 'zh-CN' = 'en') =>
  textOf(render({ locale, path: '/app/inbox/7', children: <CarePanel view={{ ticketId: 7, owed: [], choices: { teams: [], names: {} }, complaint: of, suggestedAt: '2026-11-24T15:00', satisfaction: null }} /> }));

describe('what is owed beside a ticket', () => {
  it('is the call that was promised, until it was made', () => {
    expect(care(complaint)).toContain('A call about their complaint');
    expect(care(complaint)).not.toContain('Nothing is owed now.');
    expect(care(complaint, 'zh-CN')).toContain('就投诉回电');
    for (const none of [null, { ...complaint, state: 'called_back' as const, calledBackAt: stageNow }]) expect(care(none)).toContain('Nothing is owed now.');
  });
});

describe('the inbox', () => {
  it('leads to the complaints, and says how many are open', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    const shown = async (locale: 'en' | 'zh-CN' = 'en') => render({ locale, path: '/app/inbox', children: <DeskPage query={wholeDesk} desk={await deskPage(ctx, wholeDesk, seededStaff.mia)} /> });
    expect(await shown()).toContain('href="/app/inbox/complaints"');
    const now = ctx.clock.now();
    await ctx.tx((tx) => tx.complaints.create({ data: { ticket_id: ticketId, state: 'recorded', what: 'Torn.', recorded_at: now, promised_at: now } }));
    expect(textOf(await shown())).toContain('Complaints (1 open)');
    expect(textOf(await shown('zh-CN'))).toContain('投诉（1 起未结）');
  });
});

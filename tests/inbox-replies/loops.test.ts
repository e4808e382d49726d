import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minute, second } from '#app/kernel/time.ts';
import { mayAcknowledge, mostOfShop, mostUnaccompanied, type AckFacts } from '#app/modules/inbox/replies/receipt/may-acknowledge.ts';
import { replySetting } from '#app/modules/inbox/replies/reply-setting.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { answer, openReplyStage } from './stage.ts';

const stage = await openReplyStage();
type Shop = Awaited<ReturnType<typeof stage.newShop>>;

async function acknowledging(address?: string): Promise<Shop> {
  const ctx = await stage.newShop(address);
  await changeSetting(ctx, replySetting, { value: { undoSeconds: 0, acknowledges: true }, version: 0, by: null });
  return ctx;
}

interface Written {
  from?: string;
  subject?: string;
  text?: string;
  headers?: readonly string[];
  to?: string;
}

const mail = ({ from = 'robot@example.com', subject = 'About my order', text = 'Thank you for your message.', headers = [], to = 'help@nordlicht.example' }: Written): string =>
  [`From: Robot <${from}>`, `To: ${to}`, `Subject: ${subject}`, `Message-ID: <${randomUUID()}@example.com>`, `Date: ${new Date().toUTCString()}`, ...headers, 'Content-Type: text/plain; charset=utf-8', '', text].join('\r\n');

const acks = (ctx: Shop) => ctx.tx((tx) => tx.messages.findMany({ where: { kind: 'acknowledgement' }, orderBy: { id: 'asc' }, select: { to_addresses: true, mail_id: true, subject: true, created_at: true } }));

/** How a program answers, round by round. */
const round = fc.record({
  /** Names what it answers in the usual fields, in one of them, or nowhere. */
  names: fc.constantFrom('both', 'in-reply-to', 'references', 'neither'),
  address: fc.constantFrom('robot@example.com', 'robot@example.com', 'robot@example.com', 'robot+2@example.com', 'ROBOT@example.com'),
  subject: fc.constantFrom('Re: About my order', 'About my order', 'Ticket 4711: we received your message', 'Your request', '自动通知'),
  wait: fc.constantFrom(second, minute, 61 * minute, 25 * 60 * minute, 4 * 24 * 60 * minute),
});

describe('automatic mails', () => {
  test('go to no program more than three times until a person writes to it, however it answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 8, maxLength: 10 }), fc.boolean(), async (rounds, isAnsweredOnce) => {
        const ctx = await acknowledging();
        const ticketId = await stage.arrive(ctx, mail({}));
        expect(await acks(ctx)).toHaveLength(1);
        for (const [at, { names, address, subject, wait }] of rounds.entries()) {
          ctx.clock.offset += wait;
          const last = (await acks(ctx)).at(-1)?.mail_id ?? '';
          const headers = [...(names === 'both' || names === 'in-reply-to' ? [`In-Reply-To: ${last}`] : []), ...(names === 'both' || names === 'references' ? [`References: ${last}`] : [])];
          await stage.arrive(ctx, mail({ from: address, subject, headers, text: `Answer ${at}` }));
          if (isAnsweredOnce && at === 4) await answer(ctx, ticketId);
        }
        const sent = (await acks(ctx)).map(({ to_addresses }) => to_addresses[0]);
        const allowed = isAnsweredOnce ? 2 * mostUnaccompanied : mostUnaccompanied;
        for (const address of new Set(sent)) expect(sent.filter((to) => to === address).length).toBeLessThanOrEqual(allowed);
      }),
      { numRuns: 5, seed: 20261122 },
    );
  }, 120_000);

  test('of two shops that both acknowledge end after the first: what comes back is a program’s word', async () => {
    const [ours, theirs] = [await acknowledging('help@nordlicht.example'), await acknowledging('care@suedwind.example')];
    await stage.arrive(ours, mail({ from: 'care@suedwind.example', text: 'Do you sell wool?' }));
    let exchanged = 0;
    for (let turn = 0; turn < 6; turn += 1) {
      const before = stage.server.received.length;
      for (const ctx of [ours, theirs]) await stage.run(ctx);
      for (const { to, raw } of stage.server.received.slice(before)) {
        exchanged += 1;
        await stage.arrive(to[0] === 'care@suedwind.example' ? theirs : ours, raw);
      }
    }
    expect(exchanged).toBe(1);
    expect(await acks(theirs)).toEqual([]);
  });

  test('answer nothing that a program wrote, that came by a list, that is forged, unwanted or our own', async () => {
    const ctx = await acknowledging();
    const unanswerable: [string, Written, 'yes' | 'no'][] = [
      ['auto-submitted', { headers: ['Auto-Submitted: auto-generated'] }, 'yes'],
      ['a list', { headers: ['List-Id: <news.example.com>'] }, 'yes'],
      ['bulk', { headers: ['Precedence: bulk'] }, 'yes'],
      ['out of office', { subject: 'Out of office: back on Monday' }, 'yes'],
      ['a mail system', { from: 'mailer-daemon@example.com' }, 'yes'],
      ['forged', { from: 'victim@bank.example' }, 'no'],
      ['our own', { from: 'help@nordlicht.example' }, 'yes'],
    ];
    for (const [, written, vouched] of unanswerable) await stage.arrive(ctx, mail({ from: 'someone@example.com', ...written }), { vouched });
    expect(await acks(ctx)).toEqual([]);
    await stage.arrive(ctx, mail({ from: 'ada@example.com' }));
    expect(await acks(ctx)).toMatchObject([{ to_addresses: ['ada@example.com'] }]);
  });

  test('are not sent twice where two mails of one person come in at the same moment', async () => {
    const ctx = await acknowledging();
    await Promise.all(['One', 'Two', 'Three'].map((subject) => stage.arrive(ctx, mail({ subject, text: subject }))));
    expect(await acks(ctx)).toHaveLength(1);
  });

  test('say that a program wrote them', async () => {
    const ctx = await acknowledging();
    await stage.arrive(ctx, mail({ from: 'ada@example.com' }));
    const [sent] = await stage.run(ctx);
    const header = (name: string) => sent?.headers.find(({ key }) => key === name)?.value;
    expect(header('auto-submitted')).toBe('auto-replied');
    expect(header('x-auto-response-suppress')).toBe('All');
  });

  test('from ever new addresses are bounded by what one shop sends in ten minutes', () => {
    const facts: AckFacts = { isMail: true, isFromPerson: true, isAside: false, isSpam: false, unanswered: null, verified: 'unknown', from: 'new@example.com', isOwnAddress: false, answersUs: false, spokenLately: false, toAddressLately: 0, unaccompanied: 0, ofShopLately: 0 };
    expect(mayAcknowledge({ ...facts, ofShopLately: mostOfShop - 1 })).toBe(true);
    expect(mayAcknowledge({ ...facts, ofShopLately: mostOfShop })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { spamSignNames } from '#app/modules/inbox/reading/spam-signs.ts';
import en from '#app/modules/inbox/ticket-page/ui/i18n/en.json' with { type: 'json' };
import zh from '#app/modules/inbox/ticket-page/ui/i18n/zh-CN.json' with { type: 'json' };
import type { TicketView } from '#app/modules/inbox/ticket-page/ticket-view.ts';
import { SpamBanner } from '#app/modules/inbox/ticket-page/ui/spam-banner.tsx';
import { render, textOf } from '../admin-ui/stage.tsx';
import { shownEvent, shownMessage, shownTicket } from './shown-ticket.ts';

function banner(view: Partial<TicketView>, spam = true, locale: 'en' | 'zh-CN' = 'en'): string {
  const shown = shownTicket(view);
  return textOf(render({ locale, path: '/app/inbox/1042', children: <SpamBanner view={{ ...shown, ticket: { ...shown.ticket, spam } }} /> }));
}

describe('a conversation that was kept apart as spam', () => {
  it('says why, offers to take it out, and what that teaches', () => {
    const entries = [shownMessage(1, { from: 'win@casino.example', spamSigns: ['provider', 'easy-money'] }), shownMessage(2, { from: 'win@casino.example', spamSigns: ['provider'] })];
    const shown = banner({ entries });
    for (const words of ['Because the mail provider says so and it promises money for nothing.', 'what win@casino.example writes next is not kept apart', 'Not spam']) expect(shown).toContain(words);
    expect(banner({ entries }, true, 'zh-CN')).toContain('邮件服务商判定为垃圾邮件和许诺不劳而获');
    expect(banner({ entries }, false)).not.toContain('spam');
  });

  it('says who put it there', () => {
    const shown = banner({ entries: [shownMessage(1), shownEvent(1, { type: 'spam', data: { is: true } }, '703')] });
    expect(shown).toContain('Kenji Agent marked it as spam.');
    expect(shown).not.toContain('Because');
  });

  it('has words for every reason, in every language of the admin', () => {
    for (const words of [en, zh]) expect(Object.keys(words.spamSign).sort()).toEqual([...spamSignNames].sort());
  });
});

import { describe, expect, test } from 'vitest';
import type { FoundTicket } from '#app/modules/inbox/index.server.ts';
import { SearchPage } from '#app/modules/inbox/search/ui/search-page.tsx';
import { readSearchQuery, searchOf, searchPath } from '#app/modules/inbox/search/ui/search-query.ts';
import { render, textOf } from '../admin-ui/stage.tsx';

const hit: FoundTicket = {
  id: 12, readIn: 7, named: 'order', subject: [{ text: 'Broken ', isMatch: false }, { text: 'teapot', isMatch: true }], person: [{ text: 'Ada <Byron>', isMatch: false }], state: 'open', channel: 'form', spam: false, assigneeId: null,
  lastMessageAt: new Date('2026-11-20T12:00:00Z'), said: { pieces: [{ text: 'my ', isMatch: false }, { text: '茶壶', isMatch: true }], by: 'Ada', direction: 'in', at: new Date('2026-11-20T11:00:00Z') },
};
const query = (address: string) => readSearchQuery(new URLSearchParams(address));
const page = (address: string, tickets: FoundTicket[], { next = null, locale }: { next?: string | null; locale?: 'zh-CN' } = {}) =>
  render({ locale, path: '/app/inbox/search', children: <SearchPage query={query(address)} found={{ tickets, next }} staff={[{ id: '702', name: 'Mia Agent' }]} /> });

describe('the search of conversations', () => {
  test('says what can be found before anything is typed', () => {
    expect(textOf(page('', []))).toContain('Look for a conversation');
  });

  test('links what was found to where it is read, with the words marked and everything as text', () => {
    const html = page('q=teapot', [hit]);
    expect(html).toContain('href="/app/inbox/7"');
    for (const part of ['<mark>teapot</mark>', '<mark>茶壶</mark>', 'Ada &lt;Byron&gt;']) expect(html).toContain(part);
    for (const words of ['About this order', 'Read in #7', '#12', 'Contact form', 'Open']) expect(textOf(html)).toContain(words);
  });

  test('says where nothing was found, and offers to look everywhere only where it did not', () => {
    expect(textOf(page('q=x&in=done', []))).toContain('Look in everything');
    const everywhere = textOf(page('q=x', []));
    expect(everywhere).toContain('No conversation matches');
    expect(everywhere).not.toContain('Look in everything');
  });

  test('is Chinese for who reads Chinese', () => {
    expect(textOf(page('q=x', [hit], { locale: 'zh-CN' }))).toContain('关于此订单');
    expect(textOf(page('q=x&priority=high,urgent', [], { locale: 'zh-CN' }))).toMatch(/优先级：[^,:]+、/);
    expect(textOf(page('q=x&priority=high,urgent', []))).toMatch(/Priority: (Urgent, High|High, Urgent)/);
  });

  test('keeps what is asked in its address, and leaves out what it does not know', () => {
    const address = 'q=a+b&in=live&channel=email%2Cform&priority=urgent&assignee=702&after=77';
    expect(searchPath(query(address))).toBe(`/app/inbox/search?${address}`);
    expect(searchPath(query('in=nowhere&channel=pigeon'))).toBe('/app/inbox/search');
    expect(searchOf(query(address))).toMatchObject({ words: 'a b', cursor: '77', filters: { spam: false, channels: ['email', 'form'], priorities: ['urgent'] } });
  });
});

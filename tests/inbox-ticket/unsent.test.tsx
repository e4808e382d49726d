// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TicketPage } from '#app/modules/inbox/ticket-page/ui/ticket-page.tsx';
import { WalkProvider } from '#app/modules/inbox/ticket-page/ui/walk.tsx';
import { mounted, settled } from '../admin-ui/mounted.ts';
import { Stage } from '../admin-ui/stage.tsx';
import { shownTicket } from './shown-ticket.ts';

// Polaris and the page ask for these; this browser has none.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }), ResizeObserver: class { observe() {} disconnect() {} unobserve() {} }, scrollTo: () => undefined }));

const { place, render } = mounted();
/** Changes of the ticket, and answers that left with what the ticket becomes then. */
let changed: string[] = [];
let sent: string[] = [];
beforeEach(() => {
  [changed, sent] = [[], []];
  localStorage.clear();
  const fetched = async (_address: string, init?: RequestInit) => {
    if (!(init?.body instanceof FormData)) return Response.json({ findings: [] });
    const field = (name: string) => (init.body instanceof FormData ? init.body.get(name) : null);
    if (field('intent') === 'here') return Response.json({ is: 'here', others: [] });
    if (field('intent') !== 'reply') return Response.json({ is: 'kept' });
    sent.push(`${String(field('text'))} ${String(field('afterwards'))}`);
    return Response.json({ is: 'waiting', messageId: '9', sendAt: '2026-11-21T12:00:10Z' });
  };
  Object.assign(globalThis, { fetch: fetched, shopify: { toast: { show: () => '1', hide: () => undefined } } });
});
afterEach(() => void Reflect.deleteProperty(globalThis, 'shopify'));

const answer = async (request: Request) => {
  changed.push(String(new URLSearchParams(await request.text()).get('state')));
  return { is: 'changed', what: ['state'], state: 'solved', until: null, undo: null };
};
const open = (text: string, locale: 'en' | 'zh-CN' = 'en') =>
  render(
    <Stage locale={locale} path="/app/inbox/1042" answer={answer}>
      <WalkProvider ticketId={1042} beside={{ list: '/app/inbox', previous: null, next: null }}>
        <TicketPage view={shownTicket({ drafts: text === '' ? [] : [{ mode: 'reply', text, to: [], cc: [], files: [], savedAt: new Date('2026-11-21T09:00:00Z') }] })} />
      </WalkProvider>
    </Stage>,
  );
const press = async (key: string) => {
  await act(async () => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
  await settled();
};
const button = (name: string) => [...document.querySelectorAll('button')].findLast(({ textContent }) => textContent === name);
const click = async (name: string) => {
  const found = button(name);
  if (!found) throw new Error(`There is no “${name}”.`);
  await act(async () => found.click());
  await settled();
};
const dialog = () => document.querySelector('[role="dialog"]')?.textContent ?? null;
const choose = async (state: string) => {
  const field = place.querySelector<HTMLSelectElement>('#ticket-state');
  if (!field) throw new Error('There is no state.');
  await act(async () => {
    field.value = state;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settled();
};

const words = 'We have refunded 20.00 EUR.';
const ways: readonly [string, () => Promise<void>][] = [['the button', () => click('Solve')], ['e', () => press('e')], ['E', () => press('E')], ['the state', () => choose('solved')]];

it.each(ways)('solved by %s, a ticket whose answer was not sent asks what becomes of it first', async (_, solve) => {
  await open(words);
  await solve();
  expect(dialog()).toContain('Your reply has not been sent');
  expect(dialog()).toContain(words);
  expect([changed, sent]).toEqual([[], []]);
});

it.each(ways)('solved by %s, a ticket with nothing to send is solved at once', async (_, solve) => {
  await open(' \n');
  await solve();
  expect(dialog()).toBeNull();
  expect(changed).toEqual(['solved']);
});

it('sends and solves, solves and keeps the words, or goes back to them', async () => {
  await open(words);
  await click('Solve');
  await click('Keep writing');
  expect([dialog(), changed, sent]).toEqual([null, [], []]);
  await click('Solve');
  await click('Solve without sending');
  expect([changed, sent, place.querySelector('textarea')?.value]).toEqual([['solved'], [], words]);
  await press('e');
  await act(async () => document.querySelectorAll<HTMLButtonElement>('[role="dialog"] .Polaris-Button--variantPrimary')[0]?.click());
  await settled();
  expect(sent).toEqual([`${words} solved`]);
});

it('says so in Chinese, and of a ticket that is closed', async () => {
  await open(words, 'zh-CN');
  await choose('closed');
  expect(dialog()).toContain('您的回复尚未发送');
  await click('不发送，直接关闭');
  expect(changed).toEqual(['closed']);
});

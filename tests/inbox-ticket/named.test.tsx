// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TicketPage } from '#app/modules/inbox/ticket-page/ui/ticket-page.tsx';
import type { TicketView } from '#app/modules/inbox/ticket-page/ticket-view.ts';
import { mounted, settled } from '../admin-ui/mounted.ts';
import { Stage } from '../admin-ui/stage.tsx';
import { shownEvent, shownTicket } from './shown-ticket.ts';

// Polaris and the page ask for these; this browser has none.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }), ResizeObserver: class { observe() {} disconnect() {} unobserve() {} } }));

const { place, render } = mounted();
let said: string[] = [];
let asked: string[] = [];
let is: 'order_linked' | 'no_order' = 'order_linked';
beforeEach(() => {
  [said, asked, is] = [[], [], 'order_linked'];
  localStorage.clear();
  Object.assign(globalThis, { fetch: async () => Response.json({ is: 'here', others: [] }), shopify: { toast: { show: (words: string) => String(said.push(words)), hide: () => undefined } } });
});
afterEach(() => void Reflect.deleteProperty(globalThis, 'shopify'));

const answer = async (request: Request) => {
  asked.push(`${new URL(request.url).pathname} ${new URLSearchParams(await request.text())}`);
  return { is };
};
const named = shownEvent(3, { type: 'order_named', data: { orderId: '5001' } });
const open = (entries: TicketView['entries'], locale: 'en' | 'zh-CN' = 'en') =>
  render(
    <Stage locale={locale} path="/app/inbox/1042" answer={answer}>
      <TicketPage view={shownTicket({ entries, orderNames: [{ id: '5001', name: '#1052' }] })} />
    </Stage>,
  );
const button = (name: string) => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const link = async () => {
  await act(async () => button('Link #1052 to this conversation')?.click());
  await settled();
};

it('an order that was named is linked with one click, as if its number had been typed', async () => {
  await open([named]);
  await link();
  expect(asked).toEqual(['/app/inbox/1042/beside intent=link-order&order=%231052']);
  expect(said).toEqual(['Order linked']);
});

it('an order that is not there any more is said to be so beside it', async () => {
  is = 'no_order';
  await open([named]);
  await link();
  expect(place.querySelector('[role="log"] [role="alert"]')?.textContent).toBe('No order of this shop has this number.');
});

it.each(['order_linked', 'order_unlinked'] as const)('an order of which somebody said so (%s) is offered no more', async (type) => {
  await open([named, shownEvent(4, { type, data: { orderId: '5002' } })]);
  expect(button('Link #1052 to this conversation')).toBeDefined();
  await open([named, shownEvent(4, { type, data: { orderId: '5001' } })]);
  expect(button('Link #1052 to this conversation')).toBeUndefined();
});

it('a ticket that is claimed to be answered, or that messages went into, is a link', async () => {
  await open([shownEvent(1, { type: 'seems_to_answer', data: { ticketId: 1 } }), shownEvent(2, { type: 'split', data: { into: 12, messages: 12 } })]);
  expect([...place.querySelectorAll('[role="log"] a')].map((one) => [one.textContent, one.getAttribute('href')])).toEqual([['#1', '/app/inbox/1'], ['#12', '/app/inbox/12']]);
  expect(place.textContent).toContain('Claims to answer #1, which is somebody else’s');
});

it('says so in Chinese', async () => {
  await open([named], 'zh-CN');
  expect(button('将 #1052 关联到此会话')).toBeDefined();
});

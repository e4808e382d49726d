// @vitest-environment jsdom
import { useLocation } from '@remix-run/react';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BesideInList } from '#app/modules/inbox/desk/beside-in-list.server.ts';
import type { ChangeAnswer } from '#app/modules/inbox/ticket-page/change-from-page.server.ts';
import type { TicketView } from '#app/modules/inbox/ticket-page/ticket-view.ts';
import { TicketPage } from '#app/modules/inbox/ticket-page/ui/ticket-page.tsx';
import { WalkProvider } from '#app/modules/inbox/ticket-page/ui/walk.tsx';
import { mounted, settled } from '../admin-ui/mounted.ts';
import { Stage } from '../admin-ui/stage.tsx';
import { shownTicket } from './shown-ticket.ts';

// Polaris and the page ask for these; this browser has none.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }), ResizeObserver: class { observe() {} disconnect() {} unobserve() {} }, scrollTo: () => undefined }));

const list = '/app/inbox?view=mine&sort=oldest';
const [previous, next] = ['/app/inbox/1041?list=view%3Dmine&at=0.1.1041', '/app/inbox/1043?list=view%3Dmine&at=0.1.1043'];

/** What was said, and what takes it back. */
let said: { words: string; takeBack?: () => void }[] = [];

beforeEach(() => {
  [said, asked] = [[], []];
  localStorage.clear();
  const shopify = { toast: { show: (words: string, { onAction }: { onAction?: () => void } = {}) => String(said.push({ words, ...(onAction ? { takeBack: onAction } : {}) })), hide: () => undefined } };
  Object.assign(globalThis, { shopify, fetch: async () => Response.json({ is: 'here', others: [], findings: [] }) });
});
afterEach(() => void Reflect.deleteProperty(globalThis, 'shopify'));
const { place, render } = mounted();

/** Shows where the reader is. */
function Where() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}
const where = () => place.querySelector('output')?.textContent;
/** What was asked of the server, and of which address. */
let asked: string[] = [];
async function answer(request: Request): Promise<ChangeAnswer> {
  asked.push(`${new URL(request.url).pathname} ${new URLSearchParams(await request.text())}`);
  return { is: 'changed', what: ['state'], state: 'solved', until: null, undo: { state: 'open', takesBack: 'yes' } };
}

const show = (beside: BesideInList | null = { list, previous, next }, view: Partial<TicketView> = {}) =>
  render(
    <Stage path="/app/inbox/1042" answer={answer}>
      <WalkProvider ticketId={1042} beside={beside}>
        <TicketPage view={shownTicket(view)} />
      </WalkProvider>
      <Where />
    </Stage>,
  );
const press = async (key: string) => {
  await act(async () => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
  await settled();
};
const button = (label: string) => [...place.querySelectorAll('button')].find((one) => one.getAttribute('aria-label') === label || one.textContent === label);

describe('a conversation that was opened from a list', () => {
  it('leads to the ones beside it there, and back to the list, by one key each', async () => {
    for (const [key, path] of [['j', next], ['k', previous], ['u', list]] as const) {
      await show();
      await press(key);
      expect(where()).toBe(path);
    }
  });

  it('says where the list ends, and does nothing there', async () => {
    await show({ list, previous: null, next: null });
    for (const key of ['j', 'k']) await press(key);
    expect(where()).toBe('/app/inbox/1042');
    expect(['Previous conversation', 'Next conversation'].map((label) => button(label)?.getAttribute('aria-disabled'))).toEqual(['true', 'true']);
  });

  it('is solved with the next one shown at once, and what was done can be taken back there', async () => {
    await show();
    await press('E');
    expect(where()).toBe(next);
    expect(said.map(({ words }) => words)).toEqual(['#1042 · Solved']);
    await act(async () => said[0]?.takeBack?.());
    await settled();
    expect(said.map(({ words }) => words)).toEqual(['#1042 · Solved', 'As it was before']);
    expect(asked).toEqual(['/app/inbox/1042 intent=change&state=solved', '/app/inbox/1042 intent=change&state=open&takesBack=yes']);
    expect(where()).toBe(next);
  });

  it('leads back to the list where it was the last', async () => {
    await show({ list, previous, next: null });
    await press('E');
    expect(where()).toBe(list);
  });

  it('stays after it was solved, unless this browser was told to go on always', async () => {
    await show();
    await press('e');
    expect(where()).toBe('/app/inbox/1042');
    localStorage.setItem('aftercare:goes-on', 'yes');
    await show();
    await press('e');
    expect(where()).toBe(next);
  });
});

describe('a conversation that was opened from elsewhere', () => {
  it('has none beside it, and leads back to the inbox', async () => {
    await show(null);
    await press('j');
    expect([where(), button('Next conversation')]).toEqual(['/app/inbox/1042', undefined]);
    await press('u');
    expect(where()).toBe('/app/inbox');
  });
});

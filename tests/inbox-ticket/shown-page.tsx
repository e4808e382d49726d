import { act } from 'react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Leaving } from '#app/modules/inbox/replies/leaving-of.server.ts';
import type { TicketView } from '#app/modules/inbox/ticket-page/ticket-view.ts';
import { TicketPage } from '#app/modules/inbox/ticket-page/ui/ticket-page.tsx';
import { mounted } from '../admin-ui/mounted.ts';
import { Stage } from '../admin-ui/stage.tsx';
import { shownTicket } from './shown-ticket.ts';

/** The page of a conversation in a browser that remembers nothing and whose time stands still, and what somebody does in it. */
export function shownPage() {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    localStorage.clear();
  });
  afterEach(() => void vi.useRealTimers());
  const { place, render, unmount } = mounted();

  const show = (view: Partial<TicketView> = {}, locale: 'en' | 'zh-CN' = 'en', leaving: Leaving | null = null) =>
    render(
      <Stage locale={locale} path="/app/inbox/1042">
        <TicketPage view={shownTicket(view)} leaving={leaving} />
      </Stage>,
    );
  const field = (): HTMLTextAreaElement => {
    const found = place.querySelector('textarea');
    if (!found) throw new Error('There is nowhere to write.');
    return found;
  };
  const type = (text: string) =>
    act(async () => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field(), text);
      field().dispatchEvent(new Event('input', { bubbles: true }));
    });
  const wait = (milliseconds: number) => act(async () => vi.advanceTimersByTimeAsync(milliseconds));
  const press = (key: string, on: EventTarget = document.body, more: KeyboardEventInit = {}) => act(async () => void on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more })));
  const click = (name: string) => act(async () => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click());
  return { place, show, unmount, field, type, wait, press, click };
}

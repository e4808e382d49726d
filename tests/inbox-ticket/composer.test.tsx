// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { shownPage } from './shown-page.tsx';

// Polaris and the page ask for these; this browser has none.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }), ResizeObserver: class { observe() {} disconnect() {} unobserve() {} } }));

const { place, show, field, press } = shownPage();
beforeEach(() => {
  Object.assign(globalThis, { fetch: async (_address: string, init?: RequestInit) => Response.json(init?.body instanceof FormData ? { is: 'here', others: [] } : { findings: [] }) });
});

const draft = { mode: 'reply' as const, text: 'Dear Ada,', to: [], cc: [], files: [], savedAt: new Date() };

it('whoever goes on by key with what is kept writes behind it', async () => {
  await show({ drafts: [draft, { ...draft, mode: 'note', text: 'Ask the depot' }] });
  field().setSelectionRange(0, 0);
  for (const [key, text] of [['r', 'Dear Ada,'], ['n', 'Ask the depot']] as const) {
    field().blur();
    await press(key);
    expect([document.activeElement, field().value, field().selectionStart, field().selectionEnd]).toEqual([field(), text, text.length, text.length]);
  }
});

it('to whom an answer goes that was taken back is folded, unless it went to somebody else or with copies', async () => {
  const isFolded = () => place.querySelector('input[type="email"]') === null;
  await show({ drafts: [{ ...draft, to: ['Ada@example.com'] }] });
  expect([isFolded(), place.textContent?.includes('To ada@example.com')]).toEqual([true, true]);
  await show({ drafts: [{ ...draft, to: ['bob@example.com'] }] });
  expect(isFolded()).toBe(false);
  await show({ drafts: [{ ...draft, to: ['ada@example.com'], cc: ['bob@example.com'] }] });
  expect(isFolded()).toBe(false);
});

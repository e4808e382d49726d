// @vitest-environment jsdom
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { PersonCard } from '#app/modules/inbox/keeping/ui/person-card.tsx';
import { mounted, settled } from '../admin-ui/mounted.ts';
import { Stage } from '../admin-ui/stage.tsx';

// Polaris asks for these; this browser has none.
vi.hoisted(() => Object.assign(globalThis.window, { scroll: () => undefined, matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }), ResizeObserver: class { observe() {} disconnect() {} unobserve() {} } }));

const button = (name: string, within: ParentNode = document) => [...within.querySelectorAll('button')].filter(({ textContent }) => textContent === name);

const { place, render } = mounted();

it('whoever erases somebody is asked for that, not to remove something', async () => {
  const person = { contact: 'ada@example.com', conversations: 1, messages: 2 };
  await render(<Stage path="/app/settings/keeping" answer={{ is: 'found', person, may: true }}><PersonCard /></Stage>);
  await act(async () => place.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  await settled();
  await act(async () => button('Erase', place)[0]?.click());
  await settled();
  const dialog = document.querySelector('[role="dialog"]') ?? document.createElement('div');
  expect([button('Erase', dialog).length, button('Remove', dialog).length]).toEqual([1, 0]);
});

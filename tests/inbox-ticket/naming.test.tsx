// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { shownPage } from './shown-page.tsx';

// Polaris and the page ask for these; this browser has none.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }), ResizeObserver: class { observe() {} disconnect() {} unobserve() {} } }));

const { place, show, field, type, press, click } = shownPage();
const offered = () => [...place.querySelectorAll('[role=option]')].filter((each) => each.closest('[aria-label=Mention]')).map(({ textContent, ariaSelected }) => [textContent, ariaSelected]);
beforeEach(async () => {
  Object.assign(globalThis, { fetch: async () => Response.json({ is: 'kept', others: [], findings: [] }) });
  await show({ staff: [{ id: '702', name: 'Mia Agent' }, { id: '703', name: 'Kenji Mori' }, { id: '704', name: 'Kim Vale' }, { id: '705', name: null }], me: '702' });
  await click('Note');
});

it('colleagues are offered while one is named with an @, and chosen with the keyboard alone', async () => {
  await type('Ask @');
  expect(offered()).toEqual([['Kenji Mori', 'true'], ['Kim Vale', 'false']]);
  await type('Ask @k');
  await press('ArrowDown', field());
  expect(offered()).toEqual([['Kenji Mori', 'false'], ['Kim Vale', 'true']]);
  expect(document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent).toBe('Kim Vale');
  await press('Enter', field());
  expect([field().value, offered()]).toEqual(['Ask @Kim Vale ', []]);
});

it('they are found by either of their names, and by no address', async () => {
  await type('@mor');
  expect(offered()).toEqual([['Kenji Mori', 'true']]);
  await type('claims@k');
  expect(offered()).toEqual([]);
  expect(field().getAttribute('aria-activedescendant')).toBeNull();
});

it('whoever wants none of them goes on writing, and nobody is offered to a customer', async () => {
  await type('@k');
  await press('Escape', field());
  expect([offered(), field().value]).toEqual([[], '@k']);
  await click('Reply');
  await type('@k');
  expect(offered()).toEqual([]);
});

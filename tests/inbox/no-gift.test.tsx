// @vitest-environment jsdom
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { plainWish } from '#app/modules/inbox/deeds/deed.ts';
import type { MoneyRights } from '#app/modules/inbox/deeds/money-rights.server.ts';
import { CreditDialog } from '#app/modules/inbox/deeds/ui/credit-dialog.tsx';
import { DiscountDialog } from '#app/modules/inbox/deeds/ui/discount-dialog.tsx';
import { InsertProvider } from '#app/modules/inbox/ticket-page/ui/composer-face.ts';
import { mounted, settled } from '../admin-ui/mounted.ts';
import { Stage } from '../admin-ui/stage.tsx';
import { shownDiscount, shownOrder } from './shown-beside.ts';

// Polaris asks for these; this browser has none.
vi.hoisted(() => Object.assign(globalThis.window, { scroll: () => undefined, matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }), ResizeObserver: class { observe() {} disconnect() {} unobserve() {} } }));

const { render } = mounted();
const free: MoneyRights = { may: true, refundLeft: null, goodwill: 1_500, giftLeft: 1_500 };
const about = { ticketId: 17, order: shownOrder, verified: 'yes', onClose: () => undefined } as const;

const dialogs = {
  gift: { preview: { deed: 'gift', key: 'k', currency: 'USD', hasCustomer: true, sentence: 'As an apology' }, dialog: <CreditDialog {...about} /> },
  discount: { preview: { ...shownDiscount, deed: 'discount' }, dialog: <DiscountDialog {...about} wish={{ ...plainWish('discount'), percent: 10 }} /> },
};

/** A dialog as it stands for somebody with these rights, once it was told what the deed would mean. */
async function opened(kind: keyof typeof dialogs, rights: MoneyRights): Promise<Element> {
  const { preview, dialog } = dialogs[kind];
  await render(<Stage path="/app/inbox/17" told={{ preview: { ...preview, rights } }}><InsertProvider value={() => undefined}>{dialog}</InsertProvider></Stage>);
  // It asks once nobody types any more.
  await act(() => new Promise((done) => setTimeout(done, 350)));
  await settled();
  return document.querySelector('[role="dialog"]') ?? document.createElement('div');
}

it.each([
  ['the role', { ...free, may: false }, 'Your role does not let you give money'],
  ['the shop', { ...free, goodwill: 0, giftLeft: 0 }, 'Your shop gives nothing beyond what was paid'],
  ['what was given', { ...free, giftLeft: 0 }, 'All that you may give beyond what was paid, $15.00, is given for this order already'],
] as const)('where nothing can be given for %s, a dialog says so and where it is changed, and has nothing for the reply', async (_, rights, reason) => {
  for (const kind of ['gift', 'discount'] as const) {
    const dialog = await opened(kind, rights);
    expect(dialog.textContent).toContain(reason);
    expect([...dialog.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toContain('/app/settings/staff');
    for (const words of ['Sentence for the reply', 'Put it into the reply', '$0.00']) expect(dialog.textContent).not.toContain(words);
  }
});

it('where something can be given, no dialog says otherwise, and a code has its sentence', async () => {
  const credit = await opened('gift', free);
  expect(credit.textContent).toContain('You can give up to $15.00 more');
  for (const words of ['People and rights', '$0.00']) expect(credit.textContent).not.toContain(words);
  const code = await opened('discount', free);
  expect(code.textContent).toContain('Put it into the reply');
  expect(code.textContent).not.toContain('People and rights');
});

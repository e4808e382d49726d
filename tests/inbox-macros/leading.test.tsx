// @vitest-environment jsdom
import { act, useState, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { BesideOrder } from '#app/modules/inbox/beside/beside-view.ts';
import { plainWish, type DeedWish } from '#app/modules/inbox/deeds/deed.ts';
import { WishedDeed } from '#app/modules/inbox/deeds/ui/wished-deed.tsx';
import { WishProvider } from '#app/modules/inbox/ticket-page/ui/wish-face.ts';
import { mounted } from '../admin-ui/mounted.ts';
import { Stage } from '../admin-ui/stage.tsx';
import { shownOrder } from '../inbox/shown-beside.ts';

vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }), ResizeObserver: class { observe() {} disconnect() {} unobserve() {} } }));

const { render } = mounted();

function Wishing({ wished, children }: { wished: DeedWish; children: ReactNode }) {
  const [wish, want] = useState<DeedWish | null>(wished);
  return <WishProvider value={{ wish, want }}>{children}</WishProvider>;
}

const show = (wished: DeedWish, orders: readonly BesideOrder[]) =>
  render(
    <Stage key={JSON.stringify([wished, orders.length])} path="/app/inbox/17">
      <Wishing wished={wished}>
        <WishedDeed ticketId={17} verified="yes" orders={[...orders]} />
      </Wishing>
    </Stage>,
  );
const said = () => document.body.textContent ?? '';
const press = (name: string) => act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click());
const order = (name: string, changes: Partial<BesideOrder> = {}): BesideOrder => ({ ...shownOrder, id: name.slice(1), name, isMeant: false, ...changes });

describe('a macro that leads to a deed', () => {
  it('shows it for the one order that the conversation is about', async () => {
    await show(plainWish('refund'), [order('#1001'), order('#1002', { isMeant: true }), order('#1003')]);
    expect(said()).toContain('Refund #1002');
  });

  it('shows it for the only one that allows it', async () => {
    await show(plainWish('cancel'), [order('#1001', { fulfillmentStatus: 'fulfilled' }), order('#1002', { fulfillmentStatus: 'unfulfilled', cancelled: false })]);
    expect(said()).toContain('Cancel #1002');
  });

  it('asks for which where several do', async () => {
    await show(plainWish('gift'), [order('#1001'), order('#1002')]);
    expect(said()).toContain('For which order?');
    await act(async () => document.querySelector<HTMLInputElement>('input[value="1002"]')?.click());
    await press('Go on');
    expect(said()).toContain('Give store credit for #1002');
  });

  it('says why where none does, or none is known, and is gone once that is closed', async () => {
    await show(plainWish('cancel'), [order('#1001', { fulfillmentStatus: 'fulfilled' })]);
    expect(said()).toContain('None of the orders beside this conversation allows it');
    await show(plainWish('tag'), []);
    expect(said()).toContain('No order is known in this conversation');
    await press('Close');
    expect(said()).not.toContain('The macro leads to');
  });
});

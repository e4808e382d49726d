// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { WritingAnswer } from '#app/modules/inbox/ticket-page/writing-answer.ts';
import { answeringShop, keptInBrowser } from './answering-shop.ts';
import { shownPage } from './shown-page.tsx';
import { shownMessage } from './shown-ticket.ts';

// Polaris and the page ask for these; this browser has none.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }), ResizeObserver: class { observe() {} disconnect() {} unobserve() {} } }));

const { place, show, unmount, field, type, wait, click } = shownPage();
const shop = answeringShop();

describe('what is typed in two windows', () => {
  const differs: WritingAnswer = { is: 'differs', text: 'From my phone', to: [], cc: ['boss@example.com'] };
  const mine = { mode: 'reply' as const, to: [], cc: [], files: [], savedAt: new Date() };

  it('is not said to be saved where the other’s is, which stands there to be taken', async () => {
    await show();
    await type('Now from here');
    shop.answer = ({ intent }) => (intent === 'draft' ? differs : { is: 'kept' });
    await wait(1_000);
    expect(place.querySelector('blockquote')?.textContent).toBe('From my phone');
    expect(place.textContent).not.toContain('Draft saved');
    expect([field().value, keptInBrowser()]).toEqual(['Now from here', ['Now from here']]);
    shop.answer = () => ({ is: 'kept' });
    await click('Take the other');
    await wait(1_000);
    expect([field().value, place.querySelector('blockquote'), keptInBrowser()]).toEqual(['From my phone', null, []]);
    await type('From my phone, and the desk');
    await wait(1_000);
    expect(shop.sent.at(-1)).toMatchObject({ text: 'From my phone, and the desk', known: '["From my phone"]', cc: 'boss@example.com' });
  });

  it('is kept in place of the other’s once its writer has seen both and says so', async () => {
    await show();
    await type('Now from here');
    shop.answer = ({ known }) => (known?.includes('From my phone') ? { is: 'kept' } : differs);
    await wait(1_000);
    await click('Keep what stands here');
    await wait(1_000);
    expect([shop.sent.at(-1)?.['text'], field().value, place.querySelector('blockquote'), keptInBrowser()]).toEqual(['Now from here', 'Now from here', null, []]);
    expect(place.textContent).toContain('Draft saved');
  });

  it('asks nothing any more where the other’s was sent meanwhile', async () => {
    shop.answer = () => differs;
    await show();
    await type('Now from here');
    await wait(1_000);
    shop.answer = () => ({ is: 'kept' });
    await show({ drafts: [] });
    await wait(10);
    expect([field().value, place.querySelector('blockquote')]).toEqual(['Now from here', null]);
  });

  it('says what it was written on: what was kept, and what it saved without an answer', async () => {
    shop.answer = () => null;
    await show({ drafts: [{ ...mine, text: 'Dear' }] });
    await type('Dear Adaa');
    await wait(1_000);
    shop.answer = () => ({ is: 'kept' });
    await type('Dear Ada');
    await wait(1_000);
    expect(shop.sent.map(({ known }) => JSON.parse(known ?? ''))).toEqual([['Dear'], ['Dear', 'Dear Adaa']]);
  });

  it('that was closed without an answer is found again as what it was written on', async () => {
    shop.answer = () => null;
    await show({ drafts: [{ ...mine, text: 'Dear' }] });
    await type('Dear Ada');
    await unmount();
    shop.answer = ({ intent }) => (intent === 'draft' ? differs : { is: 'kept' });
    await show({ drafts: [{ ...mine, text: 'From my phone' }] });
    await wait(10);
    await wait(2_000);
    expect([field().value, place.querySelector('blockquote')?.textContent]).toEqual(['Dear Ada', 'From my phone']);
    expect(JSON.parse(shop.sent.at(-1)?.['known'] ?? '')).toEqual(['Dear']);
  });

  it('stays where an answer is taken back that the shop could not put beside it', async () => {
    shop.answer = ({ intent }) => (intent === 'withdraw' ? { is: 'withdrawn', drafts: [{ ...mine, text: 'Sent too soon' }] } : differs);
    await show({ entries: [shownMessage(9, { direction: 'out', author: 'staff', authorId: '702', sendAt: new Date('2026-11-23T08:00:00Z') })] });
    await type('Now from here');
    await click('Take back');
    await wait(1_000);
    expect(field().value).toBe('Now from here');
  });
});

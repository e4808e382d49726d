// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { WritingAnswer } from '#app/modules/inbox/ticket-page/writing-answer.ts';
import { shownPage } from './shown-page.tsx';
import { shownMessage } from './shown-ticket.ts';

// Polaris and the page ask for these; this browser has none.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }), ResizeObserver: class { observe() {} disconnect() {} unobserve() {} } }));

/** Answers that left, and how long the checks before them take, one after the other. */
const sent: Record<string, string>[] = [];
let checks: number[] = [];
let answer: (fields: Record<string, string>) => WritingAnswer = () => waiting;
const waiting: WritingAnswer = { is: 'waiting', messageId: '9', sendAt: '2026-11-21T12:00:10Z' };

const { place, show, field, type, wait, press, click } = shownPage();
beforeEach(async () => {
  sent.length = 0;
  checks = [];
  answer = () => waiting;
  const fetched = async (_address: string, init?: RequestInit) => {
    if (!(init?.body instanceof FormData)) {
      await new Promise((done) => setTimeout(done, checks.shift() ?? 0));
      return Response.json({ findings: [] });
    }
    const fields = Object.fromEntries([...init.body].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
    if (fields['intent'] === 'here') return Response.json({ is: 'here', others: [] });
    if (fields['intent'] !== 'reply') return Response.json({ is: 'kept' });
    sent.push(fields);
    return Response.json(answer(fields));
  };
  Object.assign(globalThis, { fetch: fetched });
  await show();
});

const sendKeys = (more: KeyboardEventInit = {}) => press('Enter', field(), { ctrlKey: true, ...more });

it('asked for twice, an answer leaves once, however long what is checked before takes', async () => {
  await type('Dear Ada');
  await wait(2_000);
  checks = [50, 400];
  await sendKeys();
  await sendKeys();
  await wait(200);
  expect(field().value).toBe('');
  await wait(1_000);
  expect(sent.map(({ text }) => text)).toEqual(['Dear Ada']);
});

it('what is typed while it is checked leaves with it', async () => {
  await type('Dear Ada');
  await wait(2_000);
  checks = [300];
  await sendKeys();
  await type('Dear Ada, all is well.');
  await wait(1_000);
  expect(sent.map(({ text }) => text)).toEqual(['Dear Ada, all is well.']);
});

it('sent although more was said, an answer still does what it was sent with', async () => {
  await type('Dear Ada');
  await wait(2_000);
  answer = ({ seen }) => (seen === '2' ? waiting : { is: 'collision', news: [{ id: '2', direction: 'in', authorName: 'Ada Byron', text: 'It has arrived!', at: '2026-11-21T10:05:00Z' }] });
  await sendKeys({ shiftKey: true });
  await wait(1_000);
  await click('Send anyway');
  await wait(1_000);
  expect(sent.map(({ seen, afterwards }) => [seen, afterwards])).toEqual([['1', 'solved'], ['2', 'solved']]);
});

it('words of a ticket that was merged while somebody writes are new to them, and stop an answer once', async () => {
  const entries = [shownMessage(5)];
  await show({ entries });
  await type('Dear Ada');
  await show({ entries: [shownMessage(2, { ticketId: 1038, text: 'And the other parcel?' }), ...entries], merged: [{ id: 1038, subject: 'Other' }] });
  expect(place.textContent).toContain('Ada Byron wrote while you were writing.');
  answer = ({ parts }) => (parts === '' ? waiting : { is: 'collision', news: [{ id: '2', direction: 'in', authorName: 'Ada Byron', text: 'And the other parcel?', at: '2026-11-21T10:05:00Z' }] });
  await sendKeys();
  await wait(1_000);
  await click('Send anyway');
  await wait(1_000);
  expect(sent.map(({ seen, parts }) => [seen, parts])).toEqual([['5', '1042'], ['5', '']]);
});

it('sent again after nobody said what became of it, an answer is the same; once it has left, the same words are another', async () => {
  const posted = globalThis.fetch;
  Object.assign(globalThis, {
    fetch: async (address: string, init?: RequestInit) => {
      const response = await posted(address, init);
      if (init?.body instanceof FormData && init.body.get('intent') === 'reply' && sent.length === 1) throw new TypeError('network');
      return response;
    },
  });
  for (let times = 0; times < 3; times += 1) {
    await type('Dear Ada');
    await sendKeys();
    await wait(1_000);
  }
  const [first, again, other] = sent.map(({ key }) => key);
  expect([first, sent.length]).toEqual([again, 3]);
  expect(other).not.toBe(first);
});

it('an answer that is taken back, where nobody says whether it was, is not said to have left', async () => {
  const said: string[] = [];
  Object.assign(globalThis, { shopify: { toast: { show: (words: string) => `t${said.push(words)}`, hide: () => undefined } } });
  const posted = globalThis.fetch;
  Object.assign(globalThis, {
    fetch: (address: string, init?: RequestInit) => (init?.body instanceof FormData && init.body.get('intent') === 'withdraw' ? Promise.reject(new TypeError('network')) : posted(address, init)),
  });
  await show({ entries: [shownMessage(9, { direction: 'out', author: 'staff', authorId: '702', sendAt: new Date('2026-11-23T08:00:00Z') })] });
  await click('Take back');
  await wait(100);
  expect(said).toEqual(['This did not work. Please try again.']);
  Reflect.deleteProperty(globalThis, 'shopify');
});

it('what was taken back is not said to be sent any more', async () => {
  const shown = new Map<string, string>();
  Object.assign(globalThis, { shopify: { toast: { show: (words: string) => (shown.set(`t${shown.size}`, words), `t${shown.size - 1}`), hide: (id: string) => shown.delete(id) } } });
  const posted = globalThis.fetch;
  Object.assign(globalThis, {
    fetch: (address: string, init?: RequestInit) => (init?.body instanceof FormData && init.body.get('intent') === 'withdraw' ? Promise.resolve(Response.json({ is: 'withdrawn', drafts: [] })) : posted(address, init)),
  });
  await type('Dear Ada');
  await sendKeys();
  await wait(1_000);
  expect([...shown.values()]).toEqual(['Sent']);
  await show({ entries: [shownMessage(9, { direction: 'out', author: 'staff', authorId: '702', sendAt: new Date('2026-11-23T08:00:00Z') })] });
  await click('Take back');
  await wait(100);
  expect([...shown.values()]).toEqual(['Taken back']);
  Reflect.deleteProperty(globalThis, 'shopify');
});

it('what is typed elsewhere as an answer is taken back stays as it was typed', async () => {
  const stored = new Map([['note', 'Ask']]);
  const posted = globalThis.fetch;
  const kept = (address: string, init?: RequestInit) => {
    if (!(init?.body instanceof FormData)) return posted(address, init);
    const { intent, mode, text } = Object.fromEntries(init.body);
    if (intent === 'draft') stored.set(String(mode), String(text));
    if (intent !== 'withdraw') return posted(address, init);
    stored.set('reply', 'Dear Ada');
    return Promise.resolve(Response.json({ is: 'withdrawn', drafts: [...stored].map(([of, words]) => ({ mode: of, text: words, to: [], cc: [], files: [] })) }));
  };
  Object.assign(globalThis, { fetch: kept });
  await show({ entries: [shownMessage(9, { direction: 'out', author: 'staff', authorId: '702', sendAt: new Date('2026-11-23T08:00:00Z') })] });
  await press('n');
  await type('Ask the depot');
  await click('Take back');
  await wait(100);
  expect(field().value).toBe('Ask the depot');
});

it('what is passed on and taken back is before its writer’s eyes again, with the mail it passes on', async () => {
  const posted = globalThis.fetch;
  const forwarded: Record<string, unknown>[] = [];
  const kept = (address: string, init?: RequestInit) => {
    const fields = init?.body instanceof FormData ? Object.fromEntries(init.body) : {};
    if (fields['intent'] === 'forward') return forwarded.push(fields), Promise.resolve(Response.json(waiting));
    if (fields['intent'] === 'withdraw') return Promise.resolve(Response.json({ is: 'withdrawn', drafts: [{ mode: 'forward', text: 'Who pays?', to: ['claims@carrier.example'], cc: [], files: [] }] }));
    return posted(address, init);
  };
  Object.assign(globalThis, { fetch: kept });
  const broken = shownMessage(1, { text: 'It arrived broken.' });
  const later = shownMessage(2, { text: 'Hello?' });
  await show({ entries: [broken, later] });
  await act(async () => place.querySelectorAll<HTMLElement>('button[aria-label="Forward this message"]')[0]?.click());
  await type('Who pays?');
  await sendKeys();
  await wait(1_000);
  expect(field().getAttribute('aria-label')).toBe('Write to the customer');
  await show({ entries: [broken, later, shownMessage(9, { direction: 'out', author: 'staff', authorId: '702', sideId: 's1', sendAt: new Date('2026-11-23T08:00:00Z') })] });
  await click('Take back');
  await wait(100);
  expect(field().value).toBe('Who pays?');
  await sendKeys();
  await wait(1_000);
  expect(forwarded.map(({ forwards, to }) => [forwards, to])).toEqual([['1', ''], ['1', 'claims@carrier.example']]);
});

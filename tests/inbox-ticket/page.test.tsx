// @vitest-environment jsdom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { showLinkTargets } from '#app/modules/inbox/ticket-page/ui/show-link-targets.ts';
import { answeringShop, keptInBrowser } from './answering-shop.ts';
import { shownPage } from './shown-page.tsx';
import { shownEvent, shownMessage } from './shown-ticket.ts';

// Polaris and the page ask for these; this browser has none.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }), ResizeObserver: class { observe() {} disconnect() {} unobserve() {} } }));

const { place, show, unmount, field, type, wait, press, click } = shownPage();
const shop = answeringShop([{ staffId: '703', name: null, doing: 'type' }]);

describe('a conversation', () => {
  it('says of each message what is to be known before it is believed, and how far ours have come', async () => {
    await show({
      entries: [
        shownMessage(1, { verified: 'no', placedBy: 'guess', warnings: ['encrypted'] }),
        shownMessage(2, { kind: 'auto_reply', verified: 'unknown' }),
        shownMessage(3, { direction: 'out', author: 'staff', authorId: '702', delivery: 'bounced' }),
        shownMessage(4, { direction: 'note', author: 'staff', authorId: '703', text: 'Ask the depot' }),
        shownMessage(5, { direction: 'out', author: 'staff', authorId: '703', sendAt: new Date('2026-11-23T09:00:00Z') }),
        shownMessage(6, { ticketId: 1038, text: 'Read here' }),
      ],
    });
    for (const words of ['may not be Ada Byron', 'Placed here by a guess', 'Encrypted', 'Automatic reply', 'Not delivered: bounced', 'Mia Agent (you)', 'Note, seen by staff only', 'Leaves Nov 23', 'Take back', '#1038']) expect(place.textContent).toContain(words);
  });

  it('marks whom the check found to be another, and nobody who is merely unproven: a mark on every message is read by nobody', async () => {
    const marks = () => [...place.querySelectorAll('[role="log"] [class*="Badge--tone"]')].map(({ textContent }) => textContent);
    await show({ entries: [shownMessage(1, { verified: 'unknown' }), shownMessage(2, { verified: 'unknown', channel: 'form' })] });
    expect(marks()).toEqual([]);
    await show({ entries: [shownMessage(3, { verified: 'no' })] });
    expect(marks().join()).toContain('may not be Ada Byron');
  });

  it('shows what people wrote as text, whatever it is, and lets nobody follow what is no address of the web', async () => {
    await show({ entries: [shownMessage(1, { text: '<img src=x onerror=alert(1)> javascript:alert(1) https://shop.example/a' })] });
    expect(place.querySelector('[role="log"] img')).toBeNull();
    expect([...place.querySelectorAll('[role="log"] a')].map((link) => [link.getAttribute('href'), link.getAttribute('rel')])).toEqual([['https://shop.example/a', 'noopener noreferrer nofollow']]);
  });

  it('folds what merely happened, and has words for all of it', async () => {
    const events = [
      shownEvent(1, { type: 'opened', data: { channel: 'email' } }),
      shownEvent(2, { type: 'assigned', data: { from: null, to: '703' } }, '702'),
      shownEvent(3, { type: 'order_named', data: { orderId: '5001' } }),
      shownEvent(4, { type: 'merged', data: { from: 1038 } }, '702'),
      shownEvent(5, { type: 'promise_warned', data: { promise: 'first_reply', dueAt: '2026-11-21T09:00:00Z' } }),
      shownEvent(6, { type: 'promise_broken', data: { promise: 'first_reply', dueAt: '2026-11-21T09:00:00Z' } }),
      shownEvent(7, { type: 'state', data: { from: 'solved', to: 'open', rated: 1 } }),
      shownEvent(8, { type: 'language', data: {} }, '702'),
    ];
    await show({ entries: events, orderNames: [{ id: '5001', name: '#1001' }] });
    expect(place.textContent).toContain('7 more changes');
    await click('7 more changes');
    for (const words of ['Assigned to Kenji Agent', 'Names #1001, which is not known to be theirs', '#1038 merged into this', 'Warning: First reply due Nov 21', 'Promise broken: First reply was due Nov 21', 'Opened again: the customer rated the help 1 of 5', 'Language changed']) expect(place.textContent).toContain(words);
  });

  it('shows what a customer said with their rating, however much happened beside it', async () => {
    const rated = shownEvent(1, { type: 'csat_given', data: { score: 1 } }, null, 'Nobody answered me <b>for a week</b>.');
    await show({ entries: [rated, ...[2, 3, 4, 5].map((id) => shownEvent(id, { type: 'state', data: { from: 'solved', to: 'open', rated: 1 } }))] });
    const log = place.querySelector('[role="log"]');
    for (const words of ['Rated 1 of 5', 'Nobody answered me <b>for a week</b>.', '3 more changes']) expect(log?.textContent).toContain(words);
  });

  it('says under whose address an answer leaves, where that is not the one it is answered at', async () => {
    await show();
    expect(place.textContent).not.toContain('Leaves as');
    await show({}, 'en', { from: 'hello@aftercare.example', answersTo: 'care@nordlicht.example' });
    expect(place.textContent).toContain('Leaves as hello@aftercare.example; answers come to care@nordlicht.example.');
    expect([...place.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toContain('/app/settings/sending');
  });

  it('speaks Chinese', async () => {
    await show({ entries: [shownMessage(1, { verified: 'no', authorName: '李明', from: null })] }, 'zh-CN');
    for (const words of ['发件人未经验证：可能不是 Ada Byron', '回复', '备注', '转发', '解决']) expect(place.textContent).toContain(words);
    expect(place.textContent).not.toMatch(/Reply|Solve|Snooze|Draft/);
  });
});

describe('what is typed', () => {
  it('is kept in the browser at once, and with the shop after a pause', async () => {
    await show();
    await type('Dear Ada');
    expect([keptInBrowser(), shop.sent]).toEqual([['Dear Ada'], []]);
    await wait(1_000);
    expect(shop.sent).toMatchObject([{ intent: 'draft', mode: 'reply', text: 'Dear Ada', known: '[""]' }]);
    expect(keptInBrowser()).toEqual([]);
    expect(place.textContent).toContain('Draft saved');
  });

  it('outlives a lost connection and a closed window', async () => {
    shop.answer = () => null;
    await show();
    await type('Dear Ada, I am');
    await wait(1_000);
    expect(place.textContent).toContain('Kept in this browser, not saved yet');
    await unmount();
    shop.answer = () => ({ is: 'kept' });
    await show();
    await wait(10);
    await wait(2_000);
    expect(field().value).toBe('Dear Ada, I am');
    expect(shop.sent.at(-1)).toMatchObject({ intent: 'draft', text: 'Dear Ada, I am' });
    expect(keptInBrowser()).toEqual([]);
  });

  it('is left alone by what comes in, and what the shop keeps from elsewhere is taken over where nothing was typed', async () => {
    const draft = { mode: 'reply' as const, text: 'From my phone', to: [], cc: [], files: [], savedAt: new Date() };
    await show({ drafts: [draft] });
    expect(field().value).toBe('From my phone');
    await show({ drafts: [{ ...draft, text: 'From my phone, more' }] });
    expect(field().value).toBe('From my phone, more');
    await type('Now from here');
    await show({ drafts: [{ ...draft, text: 'Something else' }] });
    expect(field().value).toBe('Now from here');
  });

  it('stays where it is until the shop has it: no answer, no loss, and the same again is asked under the same key', async () => {
    await show();
    await type('Dear Ada');
    shop.answer = ({ intent }) => (intent === 'reply' ? null : { is: 'kept' });
    await press('Enter', field(), { ctrlKey: true });
    expect(field().value).toBe('Dear Ada');
    expect(place.textContent).toContain('No answer came');
    shop.answer = () => ({ is: 'waiting', messageId: '9', sendAt: '2026-11-21T12:00:10Z' });
    await press('Enter', field(), { ctrlKey: true, shiftKey: true });
    const replies = shop.sent.filter(({ intent }) => intent === 'reply');
    expect(replies.map(({ afterwards }) => afterwards)).toEqual(['', 'solved']);
    expect(new Set(replies.map(({ key }) => key)).size).toBe(1);
    expect([field().value, keptInBrowser()]).toEqual(['', []]);
  });

  it('is stopped by what its writer has not seen, which stands there, and leaves when they say so', async () => {
    await show();
    await type('Dear Ada');
    shop.answer = ({ intent, seen }) => (intent !== 'reply' ? { is: 'kept' } : seen === '1' ? { is: 'collision', news: [{ id: '2', direction: 'in', authorName: 'Ada Byron', text: 'It has arrived!', at: '2026-11-21T10:05:00Z' }] } : { is: 'waiting', messageId: '9', sendAt: '2026-11-21T12:00:10Z' });
    await press('Enter', field(), { metaKey: true });
    expect(place.textContent).toContain('It has arrived!');
    expect(field().value).toBe('Dear Ada');
    await click('Send anyway');
    expect(shop.sent.filter(({ intent }) => intent === 'reply').map(({ seen }) => seen)).toEqual(['1', '2']);
    expect(field().value).toBe('');
  });

  it('hears that the customer wrote meanwhile', async () => {
    await show();
    await type('Dear Ada');
    await show({ entries: [shownMessage(1), shownMessage(2, { text: 'Never mind' })] });
    expect(place.textContent).toContain('Ada Byron wrote while you were writing.');
    expect(place.textContent).toContain('Kenji Agent: writing');
  });
});

describe('what is passed on', () => {
  const file = { type: 'application/octet-stream', size: 2_048, isInline: false };
  const withFiles = shownMessage(1, { files: [{ ...file, id: 'f1', name: 'run.exe' }, { ...file, id: 'f2', name: 'photo.jpg', type: 'image/jpeg' }, { ...file, id: 'f3', name: 'logo.png', isInline: true }] });
  const composer = () => place.querySelector('section[aria-label="Write"]');

  it('names its files, warns of those that can run, and leaves out what is taken out; then the next words are for the customer', async () => {
    await show({ entries: [withFiles] });
    await press('f');
    expect(composer()?.textContent).toContain('photo.jpg');
    expect(composer()?.textContent).not.toContain('logo.png');
    expect(composer()?.textContent).toContain('run.exe can run when it is opened');
    await act(async () => composer()?.querySelector<HTMLElement>('button[aria-label^="Remove run.exe"]')?.click());
    expect(composer()?.textContent).not.toContain('run.exe');
    shop.answer = ({ intent }) => (intent === 'forward' ? { is: 'waiting', messageId: '9', sendAt: '2026-11-21T12:00:10Z' } : { is: 'kept' });
    await press('Enter', field(), { ctrlKey: true });
    expect(shop.sent.filter(({ intent }) => intent === 'forward')).toMatchObject([{ forwards: '1', without: 'f1' }]);
    expect(field().getAttribute('aria-label')).toBe('Write to the customer');
  });

  it('without a word written has nobody told that somebody wrote meanwhile', async () => {
    await show({ entries: [withFiles] });
    await press('f');
    await show({ entries: [withFiles, shownMessage(2, { text: 'Never mind' })] });
    expect(place.textContent).not.toContain('while you were writing');
  });
});

describe('a note', () => {
  it('says who is told, and is held back once where an @ names nobody', async () => {
    await show();
    await press('n');
    await type('@Mi please look');
    expect(place.textContent).toContain('Told: Mia Agent');
    await type('@nobody please look');
    shop.answer = ({ intent }) => (intent === 'note' ? { is: 'noted', messageId: '9' } : { is: 'kept' });
    await press('Enter', field(), { ctrlKey: true });
    expect(place.textContent).toContain('Not added yet: @nobody names no colleague, or several.');
    expect(shop.sent.filter(({ intent }) => intent === 'note')).toEqual([]);
    await press('Enter', field(), { ctrlKey: true });
    expect(shop.sent.filter(({ intent }) => intent === 'note')).toMatchObject([{ text: '@nobody please look' }]);
  });
});

describe('an answer that waits for its hour', () => {
  it('is no longer said to leave once the customer wrote first', async () => {
    const [said, hidden]: [string[], string[]] = [[], []];
    Object.assign(globalThis, { shopify: { toast: { show: (words: string) => `t${said.push(words)}`, hide: (id: string) => void hidden.push(id) } } });
    shop.answer = ({ intent }) => (intent === 'reply' ? { is: 'waiting', messageId: '9', sendAt: '2026-11-23T08:00:00Z' } : { is: 'kept' });
    const waiting = shownMessage(9, { direction: 'out', author: 'staff', authorId: '702', sendAt: new Date('2026-11-23T08:00:00Z') });
    await show();
    await type('Dear Ada');
    await press('Enter', field(), { ctrlKey: true });
    await show({ entries: [shownMessage(1), waiting] });
    expect([said, hidden]).toEqual([['Sent'], []]);
    await show({ entries: [shownMessage(1), { ...waiting, withdrawnAt: new Date(), withdrawnFor: 'customer_wrote' }] });
    expect(hidden).toEqual(['t1']);
    Reflect.deleteProperty(globalThis, 'shopify');
  });
});

describe('a mail as it was sent', () => {
  it('says where each link leads, and loudly where its words name another place', () => {
    const page = new DOMParser().parseFromString('<a href="https://evil.example/x" title="https://shop.example"><b title="shop">https://</b>shop.example/returns</a> <a href="https://shop.example/a">Your order</a>', 'text/html');
    showLinkTargets(page, (host) => `Leads to ${host}:`);
    expect([...page.querySelectorAll('a')].map(({ title }) => title)).toEqual(['https://evil.example/x', 'https://shop.example/a']);
    expect(page.body.textContent).toBe('Leads to evil.example:https://shop.example/returns Your order');
    expect(page.querySelector('b')?.title).toBe('');
  });
});

describe('a single key', () => {
  it('opens the field for its words at once, and does nothing while somebody types', async () => {
    await show();
    await press('n');
    expect(document.activeElement).toBe(field());
    expect(field().getAttribute('aria-label')).toBe('Write a note that only staff see');
    await press('r', field());
    expect(field().getAttribute('aria-label')).toBe('Write a note that only staff see');
  });
});

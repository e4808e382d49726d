// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskRow } from '#app/modules/inbox/desk/desk-row.ts';
import type { Desk } from '#app/modules/inbox/desk/desk-page.server.ts';
import { DeskPage } from '#app/modules/inbox/desk/ui/desk-page.tsx';
import { wholeDesk } from '#app/modules/inbox/desk/ui/desk-query.ts';
import en from '#app/modules/inbox/desk/ui/i18n/en.json' with { type: 'json' };
import { mounted, settled } from '../admin-ui/mounted.ts';
import { Stage, stageNow } from '../admin-ui/stage.tsx';

// Polaris and the page ask for these; this browser has none.
vi.hoisted(() => {
  const media = (query: string) => ({ media: query, matches: false, addListener: () => undefined, removeListener: () => undefined });
  Object.assign(globalThis.window, { matchMedia: media, ResizeObserver: class { observe() {} disconnect() {} unobserve() {} } });
  Object.assign(globalThis.window.HTMLElement.prototype, { scrollIntoView: () => undefined });
});

const row = (id: number, subject: string): DeskRow => ({
  id, subject, preview: '', place: `0.1.${id}`, state: 'open', spam: false, channel: 'email', priority: 'normal', valuedBy: null, category: null, tags: [], personId: 'p', person: 'Ada Byron', assigneeId: null, assigneeName: null,
  lastFrom: 'customer', lastMessageAt: stageNow, waitingSince: stageNow, dueAt: null, hasNews: false, snoozedUntil: null, messages: 1, orders: [],
});
const desk: Desk = {
  rows: [row(1, 'First'), row(2, 'Second'), row(3, 'Third')], nextCursor: null, teams: [], colleagues: [{ id: '702', name: 'Mia Agent' }], tags: [], saved: [], staffId: '702', isNew: false, hasAddress: true,
  counts: { mine: 0, unassigned: 3, followed: 0, due: 0, open: 3, waiting: 0, snoozed: 0, spam: 0, complaints: 0, teams: {} },
};

/** What the list asked the server for. */
const asked: Record<string, string>[] = [];

const answer = async (request: Request) => {
  const fields: Record<string, string> = {};
  for (const [name, value] of await request.formData()) if (typeof value === 'string') fields[name] = value;
  asked.push(fields);
  const what = { changed: [{ id: 1, version: 2, back: { state: 'open' } }], merged: [] };
  return fields['intent'] === 'undo' ? { is: 'undone', count: 1, left: 0 } : { is: 'changed', what: 'changed', count: 1, until: null, undo: what };
};

const { render } = mounted();
beforeEach(async () => {
  asked.length = 0;
  await render(<Stage path="/app/inbox" answer={answer}><DeskPage query={wholeDesk} desk={desk} /></Stage>);
});

const press = async (...keys: string[]) => {
  for (const key of keys) await act(async () => void (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
  await settled();
};
const focused = () => document.activeElement?.textContent;

describe('the list with the keyboard alone', () => {
  it('is walked row by row, and no further than its ends', async () => {
    await press('j');
    expect(focused()).toBe('First');
    await press('j', 'j', 'j');
    expect(focused()).toBe('Third');
    await press('k');
    expect(focused()).toBe('Second');
    expect(document.activeElement?.getAttribute('href')).toContain('/app/inbox/2');
  });

  it('solves, takes and sets aside the row its reader is in, and takes the last of it back', async () => {
    await press('j', 'e');
    expect(asked).toEqual([{ intent: 'change', ids: '1', state: 'solved' }]);
    await press('z');
    expect(asked.at(-1)).toEqual({ intent: 'undo', what: JSON.stringify({ changed: [{ id: 1, version: 2, back: { state: 'open' } }], merged: [] }) });
    await press('z');
    expect(asked).toHaveLength(2);
    await press('j', 'm');
    expect(asked.at(-1)).toEqual({ intent: 'change', ids: '2', assigneeId: '702' });
    await press('#');
    expect(asked.at(-1)).toEqual({ intent: 'change', ids: '2', spam: 'yes' });
  });

  it('changes all that are chosen together, and nothing where its reader is nowhere', async () => {
    await press('e');
    expect(asked).toEqual([]);
    await press('j', 'x', 'j', 'j', 'x', 'e');
    expect(asked).toEqual([{ intent: 'change', ids: '1,3', state: 'solved' }]);
  });

  it('does nothing with keys that belong to the browser, or to somebody who types', async () => {
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await press('j', 'e');
    field.remove();
    await act(async () => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', ctrlKey: true, bubbles: true })));
    expect(asked).toEqual([]);
  });

  it('lists every key that does something', async () => {
    await press('?');
    for (const [name, words] of Object.entries(en.keys)) expect([name, document.body.textContent?.includes(words)]).toEqual([name, true]);
  });
});

import { beforeEach } from 'vitest';
import type { WritingAnswer } from '#app/modules/inbox/ticket-page/writing-answer.ts';

type Answer = (fields: Record<string, string>) => WritingAnswer | null;

/** The shop that a page of a conversation speaks to: what it was sent while somebody wrote, and what it says to that; null: the network is gone. `others`: who is on the ticket too. */
export function answeringShop(others: readonly { staffId: string; name: string | null; doing: string }[] = []) {
  const keeps: Answer = () => ({ is: 'kept' });
  const shop = { sent: [] as Record<string, string>[], answer: keeps };
  beforeEach(() => {
    shop.sent.length = 0;
    shop.answer = keeps;
    const fetched = async (_address: string, init?: RequestInit) => {
      if (!(init?.body instanceof FormData)) return Response.json({ findings: [] });
      const fields: Record<string, string> = {};
      for (const [name, value] of init.body) if (typeof value === 'string') fields[name] = value;
      if (fields['intent'] === 'here') return Response.json({ is: 'here', others });
      shop.sent.push(fields);
      const told = shop.answer(fields);
      if (told === null) throw new TypeError('network');
      return Response.json(told);
    };
    Object.assign(globalThis, { fetch: fetched });
  });
  return shop;
}

/** What the browser keeps of what is written. */
export const keptInBrowser = () => Object.values({ ...localStorage }).map((stored) => JSON.parse(String(stored)).text);

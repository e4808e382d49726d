import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryOf } from '#app/modules/inbox/ticket-page/delivery-of.ts';
import { mentionedIn } from '#app/modules/inbox/ticket-page/mentioned-in.ts';
import { fileSize } from '#app/modules/inbox/ticket-page/ui/file-size.ts';
import { restoredWords } from '#app/modules/inbox/ticket-page/ui/restored-words.ts';
import { splitLinks } from '#app/modules/inbox/ticket-page/ui/split-links.ts';

describe('a text with links', () => {
  it('is the text again when its pieces are joined, whatever it is', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
      const text = `${before} https://shop.example/a?b=${after}`;
      expect(splitLinks(text).map((piece) => piece.text).join('')).toBe(text);
    }));
  });

  it('ends a link before the sentence around it, and makes none of what could run', () => {
    const links = (text: string) => splitLinks(text).flatMap((piece) => (piece.link ? [piece.text] : []));
    expect(links('See (https://a.example/x), or https://b.example/y。javascript:alert(1) data:text/html,x')).toEqual(['https://a.example/x', 'https://b.example/y']);
    expect(links('Follow it: https://a.example/track?key=1.b-2!')).toEqual(['https://a.example/track?key=1.b-2']);
    expect(links('\u5728https://a.example/track?key=1\uff0c\u8c22\u8c22')).toEqual(['https://a.example/track?key=1']);
  });
});

describe('what was typed', () => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 12, minutes));
  const here = { text: 'Dear Ada, I', at: at(5).getTime() };

  it('goes on where the server never got it', () => {
    expect(restoredWords({ here, there: null, said: [] })).toBe('Dear Ada, I');
    expect(restoredWords({ here, there: { text: 'Dear', savedAt: at(4) }, said: [] })).toBe('Dear Ada, I');
  });

  it('is not lost where something else was written elsewhere later, nor doubled where it was gone on with', () => {
    expect(restoredWords({ here, there: { text: 'Hello', savedAt: at(9) }, said: [] })).toBe('Hello\n\nDear Ada, I');
    expect(restoredWords({ here, there: { text: 'Dear Ada, I am sorry', savedAt: at(9) }, said: [] })).toBe('Dear Ada, I am sorry');
  });

  it('does not come back once it was sent', () => {
    expect(restoredWords({ here, there: null, said: ['Dear Ada, I '] })).toBe('');
  });
});

describe('a mention', () => {
  it('means the longest of the names that begin alike, each once', () => {
    const staff = [{ id: '1', name: 'Mia' }, { id: '2', name: 'Mia Agent' }, { id: '3', name: null }];
    expect(mentionedIn('@mia agent and @Mia, and @mia agent', staff)).toEqual(['2', '1']);
    expect(mentionedIn('mail me at mia@example.com', [{ id: '1', name: 'Example' }])).toEqual([]);
    expect(mentionedIn('nobody', staff)).toEqual([]);
  });
});

describe('how far a message has come', () => {
  it('is a bounce as soon as one is known, whatever was told before', () => {
    const told = { deliveredAt: new Date(), bouncedAt: null };
    expect(deliveryOf({ state: 'sent', ...told })).toBe('delivered');
    expect(deliveryOf({ state: 'sent', ...told, bouncedAt: new Date() })).toBe('bounced');
    expect(['queued', 'sending', 'sent', 'failed', 'dropped', 'unknown', null].map((state) => deliveryOf({ state, deliveredAt: null, bouncedAt: null }))).toEqual(['sending', 'sending', 'sent', 'failed', 'held', 'unclear', null]);
  });
});

describe('the size of a file', () => {
  it('is told in the unit people would choose', () => {
    expect([0, 999, 1_000, 482_331, 1_240_000, 15_000_000].map((bytes) => fileSize(bytes, 'en'))).toEqual(['0 byte', '999 byte', '1 kB', '482 kB', '1.2 MB', '15 MB']);
  });
});

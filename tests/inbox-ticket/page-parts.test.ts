import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryOf } from '#app/modules/inbox/ticket-page/delivery-of.ts';
import { mentionedIn } from '#app/modules/inbox/ticket-page/mentioned-in.ts';
import { canRun } from '#app/modules/inbox/ticket-page/ui/can-run.ts';
import { fileSize } from '#app/modules/inbox/ticket-page/ui/file-size.ts';
import { otherTarget } from '#app/modules/inbox/ticket-page/ui/link-target.ts';
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

describe('a link of a mail', () => {
  const evil = 'https://evil.example/x';

  it.each([
    ['https://juniper-and-pine.example/returns', evil],
    ['juniper-and-pine.example', evil],
    ['www.juniper-and-pine.example', 'http://juniper-and-pine.example.evil.example/'],
    ['Go to juniper\u200B-and-pine\uFF0Eexample now', evil],
    ['https://juniper-and-pine.example', 'https://juniper-and-pine.example@evil.example/x'],
    ['http://10.0.0.1/a', evil],
    ['help@juniper-and-pine.example', 'mailto:help@evil.example?subject=x'],
  ])('whose words are %s says that it leads elsewhere', (words, href) => {
    expect(otherTarget(words, href)).toMatch(/(?:^|\.)evil\.example$/);
  });

  it.each([
    ['https://juniper-and-pine.example/returns/index.html?a=b.c', 'https://www.juniper-and-pine.example/x'],
    ['Juniper-and-Pine.example', 'https://juniper-and-pine.example/'],
    ['See your order', evil],
    ['Total: 12.50 EUR. Pay', evil],
    ['m\u00fcller.example', 'https://xn--mller-kva.example/'],
    ['help@shop.example', 'mailto:help@shop.example'],
    ['shop.example', 'tel:+49301234567'],
  ])('whose words are %s hides nothing', (words, href) => {
    expect(otherTarget(words, href)).toBeNull();
  });
});

describe('a file that goes along', () => {
  it('is told to run by its ending or its type, whatever the other says', () => {
    const able = [['run.exe', 'application/octet-stream'], ['page.html', 'text/plain'], ['invoice.pdf.JS', ''], ['x.scr. ', ''], [null, 'text/html; charset=utf-8']] as const;
    const unable = [['photo.jpg', 'image/jpeg'], ['invoice.pdf', 'application/pdf'], ['exe', 'text/plain'], [null, 'image/png'], ['bill.xml', 'application/xml']] as const;
    expect(able.map(([name, type]) => canRun({ name, type }))).toEqual(able.map(() => true));
    expect(unable.map(([name, type]) => canRun({ name, type }))).toEqual(unable.map(() => false));
  });
});

describe('what was typed', () => {
  const here = 'Dear Ada, I';

  it('goes on where the server never got it, or has something else', () => {
    for (const there of ['', 'Dear', 'Hello']) expect(restoredWords({ here, there, said: [] })).toBe(here);
  });

  it('is not doubled where it was gone on with', () => {
    expect(restoredWords({ here, there: 'Dear Ada, I am sorry', said: [] })).toBe('Dear Ada, I am sorry');
  });

  it('does not come back once it was sent', () => {
    expect(restoredWords({ here, there: '', said: ['Dear Ada, I '] })).toBe('');
  });
});

describe('a mention', () => {
  it('means the longest of the names that begin alike, each once', () => {
    const staff = [{ id: '1', name: 'Mia' }, { id: '2', name: 'Mia Agent' }, { id: '3', name: null }];
    expect(mentionedIn('@mia agent and @Mia, and @mia agent', staff)).toEqual({ ids: ['2', '1'], unknown: [] });
    expect(mentionedIn('mail me at mia@example.com', [{ id: '1', name: 'Example' }])).toEqual({ ids: [], unknown: [] });
    expect(mentionedIn('nobody', staff)).toEqual({ ids: [], unknown: [] });
  });

  it('means nobody whose name only another begins with', () => {
    const staff = [{ id: '1', name: 'Jo' }, { id: '2', name: 'Johanna Klein' }, { id: '3', name: '李明' }];
    expect(mentionedIn('@Johanna please', staff)).toEqual({ ids: ['2'], unknown: [] });
    expect(mentionedIn('@Josef, @jo, @李明请看, @Jo请看', staff)).toEqual({ ids: ['1', '3'], unknown: ['@Josef'] });
  });

  it('may be the beginning of a name that is nobody else’s; what fits none, or several, is told', () => {
    const staff = [{ id: '1', name: 'Mia Agent' }, { id: '2', name: 'Max Agent' }, { id: '3', name: '李明' }];
    expect(mentionedIn('@Mi, please; @max too. @李 看看', staff)).toEqual({ ids: ['1', '2', '3'], unknown: [] });
    expect(mentionedIn('@M or @nobody, @ 9:00', staff)).toEqual({ ids: [], unknown: ['@M', '@nobody'] });
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

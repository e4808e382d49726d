import { describe, expect, test } from 'vitest';
import { readMail } from '#app/modules/inbox/index.pure.ts';
import { aMail } from './mail-builder.ts';
import { PAGE_REPLIES } from './pages.ts';
import { ALL_NEW, TEXT_REPLIES } from './replies.ts';

describe('what a customer newly wrote', () => {
  test.each(TEXT_REPLIES)('is told from the rest in plain text: $program', ({ mail, isNew, signature }) => {
    const read = readMail(aMail({ subject: 'Re: Order', ...mail }));
    expect(read.newText).toBe(isNew);
    if (signature !== undefined) expect(read.signature).toBe(signature);
  });

  test.each(PAGE_REPLIES)('is told from the rest in a page: $program', ({ mail, isNew, signature }) => {
    const read = readMail(aMail({ subject: 'Re: Order', ...mail }));
    expect(read.newText).toBe(isNew);
    if (signature !== undefined) expect(read.signature).toBe(signature);
  });

  test('is found in the plain text where only the page marks what is quoted', () => {
    const quoted = 'Your parcel has left our warehouse in Hamburg.';
    const read = readMail(
      aMail({
        subject: 'Re: Order',
        text: `Nothing arrived.\n\nHelp desk said:\n${quoted}\nThe shop\n`,
        html: `<div>Nothing arrived.</div><div>Help desk said:</div><blockquote type="cite">${quoted}<br>The shop</blockquote>`,
      }),
    );
    expect(read.newText).toBe('Nothing arrived.\n\nHelp desk said:');
    expect(read.quotedText).toBe(`${quoted}\nThe shop`);
  });

  test.each(ALL_NEW)('is everything where nothing is quoted: %s', (text) => {
    const read = readMail(aMail({ text }));
    expect(read.newText).toBe(text);
    expect(read.quotedText).toBe('');
  });
});

import { describe, expect, test } from 'vitest';
import { readMail } from '#app/modules/inbox/index.pure.ts';
import { aMail } from './mail-builder.ts';
import { ODD_REPLIES } from './odd-replies.ts';
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

  test.each(ODD_REPLIES)('is told from the rest where it is marked in an odd way: $program', ({ mail, isNew, signature }) => {
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

  test.each([
    { drawn: 'a signature with a title', signature: 'Mia Sommer\nBuyer, Lamps & Co', text: 'Nothing arrived.\n\n*Mia Sommer*\nBuyer, Lamps & Co <https://lamps.example>\n\nOn Nov 21, 2026, at 09:00, Shop <help@shop.example> wrote:\n> Your parcel has left.', isNew: 'Nothing arrived.', isSigned: '*Mia Sommer*\nBuyer, Lamps & Co <https://lamps.example>' },
    { drawn: 'the same name inside the text', signature: 'Mia', text: 'Mia\nis my name, not Maja.\n\nMia', isNew: 'Mia\nis my name, not Maja.', isSigned: 'Mia' },
    { drawn: 'an answer below it', signature: 'Mia Sommer', text: 'Mia Sommer\nwrites to you for the third time.', isNew: 'Mia Sommer\nwrites to you for the third time.', isSigned: '' },
  ])('is told from a signature in the plain text that only the page marks: $drawn', ({ signature, text, isNew, isSigned }) => {
    const html = `<div>Nothing arrived.</div><div class="gmail_signature">${signature.replace('&', '&amp;').replaceAll('\n', '<br>')}</div>`;
    const read = readMail(aMail({ subject: 'Re: Order', text, html }));
    expect(read.newText).toBe(isNew);
    expect(read.signature).toBe(isSigned);
  });

  test('is told from the rest where a text comes without any header', () => {
    expect(readMail(Buffer.from('One: the shirt is torn.\n\nTwo: the other one is blue.\n')).newText).toBe('One: the shirt is torn.\n\nTwo: the other one is blue.');
    const answered = readMail(Buffer.from('The shirt is torn.\nWhat can I do?\n________________________________\nFrom: Shop <help@shop.example>\nSent: Saturday, November 21, 2026 9:00 AM\nTo: Mia\nSubject: Your order\n\nYour parcel is on its way.\n'));
    expect(answered.newText).toBe('The shirt is torn.\nWhat can I do?');
    expect(answered.from).toBeNull();
  });

  test('loses and doubles no line', () => {
    for (const { mail } of [...TEXT_REPLIES, ...ODD_REPLIES]) {
      const read = readMail(aMail({ subject: 'Re: Order', ...mail }));
      const letters = (text: string): string => [...text.replace(/\s+/g, '')].sort().join('');
      expect(letters(read.newText + read.quotedText + read.signature)).toBe(letters(read.text));
    }
  });

  test.each(ALL_NEW)('is everything where nothing is quoted: %s', (text) => {
    const read = readMail(aMail({ text }));
    expect(read.newText).toBe(text);
    expect(read.quotedText).toBe('');
  });
});

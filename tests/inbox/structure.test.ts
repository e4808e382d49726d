import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readMail } from '#app/modules/inbox/index.pure.ts';
import { aMail, rawMail } from './mail-builder.ts';

const HEAD = ['From: Mia <mia@customer.example>', 'Subject: Order'];
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const files = (bytes: Buffer): unknown[] => readMail(bytes).attachments.map(({ filename, size, sha256 }) => [filename, size, sha256]);

describe('sender, subject and ids', () => {
  test('are read from folded and encoded fields', () => {
    const read = readMail(
      rawMail('From: =?utf-8?B?w4lsb8Ovc2U=?= =?utf-8?Q?_M=C3=BCller?=', ' <eloise@customer.example>', 'Reply-To: "Team, the" <team@customer.example>', 'Subject: =?utf-8?Q?Caf=C3?=', ' =?utf-8?Q?=A9?= order', 'Message-ID: <a@x>', 'In-Reply-To: <b@x>', 'References: <c@x>', '\t<b@x>', 'To: help+token@shop.example', 'Date: 21 Nov 26 10:15 +0100 (CET)', '', 'Hi'),
    );
    expect(read.from).toEqual({ name: 'Éloïse Müller', address: 'eloise@customer.example' });
    expect(read.replyTo).toEqual([{ name: 'Team, the', address: 'team@customer.example' }]);
    expect(read.subject).toBe('Café order');
    expect(read.date).toBe('2026-11-21T09:15:00.000Z');
    expect(read.threading).toMatchObject({ messageId: '<a@x>', inReplyTo: ['<b@x>'], references: ['<c@x>', '<b@x>'], recipients: ['help+token@shop.example'] });
  });

  test.each([
    ['mia@customer.example', 'mia@customer.example'],
    ['<mia@customer.example>', 'mia@customer.example'],
    ['"mia@customer.example" <mia@customer.example>', 'mia@customer.example'],
    ['Mia (at home) <mia@customer.example>', 'mia@customer.example'],
    ['Mia <mia@customer.example', 'mia@customer.example'],
    ['Mia Sommer\r\nSender: mia@customer.example', 'mia@customer.example'],
    ['<"mia s"@customer.example>', '"mia s"@customer.example'],
    ['Sommer, Mia <mia@customer.example>', 'mia@customer.example'],
    ['Mia Sommer mia@customer.example', 'mia@customer.example'],
    ['=?utf-8?Q?Mia_=3Cmia=40customer=2Eexample=3E?=', 'mia@customer.example'],
    ['"Mia <mia@customer.example>"', 'mia@customer.example'],
    ['"never closed <mia@customer.example>', 'mia@customer.example'],
    ['Mia [mailto:mia@customer.example]', 'mia@customer.example'],
    ['&lt;mia@customer.example&gt;', 'mia@customer.example'],
    ['Mia <mia @ customer.example>', 'mia@customer.example'],
    ['<@relay.example,@other.example:mia@customer.example>', 'mia@customer.example'],
    ['mia@customer.example <Mia Sommer>', 'mia@customer.example'],
    ['Mia <mia@customer.example> Tom <tom@customer.example>', 'mia@customer.example'],
    ['Mia＜mia@customer.example＞', 'mia@customer.example'],
    ['Mia＜Shop＞ <mia@customer.example>', 'mia@customer.example'],
    ['Mia < mia . sommer @ customer . example >', 'mia.sommer@customer.example'],
    ['Mia < mia (at home) @ customer.example >', 'mia@customer.example'],
  ])('the sender of %s is found', (written, address) => {
    expect(readMail(rawMail(`From: ${written}`, 'Subject: x', '', 'Hi')).from?.address).toBe(address);
  });

  test('the quotes a list sets around a name inside its own stay', () => {
    expect(readMail(rawMail("From: 'Mia Sommer' via Help <help@list.example>", '', 'Hi')).from?.name).toBe("'Mia Sommer' via Help");
    expect(readMail(rawMail("From: 'Mia Sommer' <mia@customer.example>", '', 'Hi')).from?.name).toBe('Mia Sommer');
  });

  test('the brackets inside a name stay whole', () => {
    expect(readMail(rawMail('From: "Mia <mia@old.example>" <mia@customer.example>', '', 'Hi')).from).toEqual({ name: 'Mia <mia@old.example>', address: 'mia@customer.example' });
    expect(readMail(rawMail('From: =?utf-8?Q?Mia=2C_Sommer_=3Cshop=3E?= <mia@customer.example>', '', 'Hi')).from?.name).toBe('Mia, Sommer <shop>');
  });

  test('a question mark inside an encoded word does not end it', () => {
    expect(readMail(rawMail('Subject: =?utf-8?Q?Where_is_it??= now', '', 'Hi')).subject).toBe('Where is it? now');
  });

  test('a second From is not believed, and said', () => {
    const read = readMail(rawMail('From: mia@customer.example', 'From: boss@shop.example', '', 'Hi'));
    expect(read.from?.address).toBe('mia@customer.example');
    expect(read.warnings).toContain('several-senders');
  });
});

describe('files', () => {
  test('come with name, size and hash', () => {
    expect(files(aMail({ text: 'See.', files: [{ name: 'photo.jpg', type: 'image/jpeg', content: 'pixels' }] }))).toEqual([['photo.jpg', 6, hash('pixels')]]);
  });

  test.each([
    ["filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf", 'Größe.pdf'],
    ["filename*0*=UTF-8''Gr%C3; filename*1*=%B6; filename*2=\"sse.pdf\"", 'Grösse.pdf'],
    ["filename*0=\"utf-8''Gr%C3%B6\"; filename*1*=%C3%9F; filename*2=e.pdf", 'Gr%C3%B6ße.pdf'],
    ['filename="=?utf-8?B?5Y+R56WoLnBkZg==?="', '发票.pdf'],
    ['filename="=?gb2312?B?t6LGsS5wZGY=?="', '发票.pdf'],
    ['filename=invoice 12 (final).pdf', 'invoice 12 (final).pdf'],
    ['filename="a;b.pdf"', 'a;b.pdf'],
    ['filename="open quote.pdf', 'open quote.pdf'],
    ["filename=utf-8''Gr%C3%B6%C3%9Fe.pdf", 'Größe.pdf'],
    ["filename*=utf-8''\"Gr%C3%B6%C3%9Fe.pdf\"", 'Größe.pdf'],
    ['filename=quote.pdf"', 'quote.pdf'],
  ])('%s is %s', (parameter, name) => {
    expect(files(rawMail(...HEAD, 'Content-Type: application/pdf', `Content-Disposition: attachment; ${parameter}`, '', 'x'))[0]).toEqual([name, 1, hash('x')]);
  });

  test.each([
    ['no semicolon before its name', ['Content-Type: application/pdf name="a.pdf"'], 'a.pdf', 'application/pdf'],
    ['its name on a line nobody indented', ['Content-Type: application/pdf;', 'name="a.pdf"'], 'a.pdf', 'application/pdf'],
    ['letters lost from one of its two names', ['Content-Type: application/pdf; name="=?utf-8?B?0YHRh9GR0YI=?=.pdf"', 'Content-Disposition: attachment; filename="????.pdf"'], 'счёт.pdf', 'application/pdf'],
    ['half a type', ['Content-Type: image; name=a.png'], 'a.png', 'application/octet-stream'],
  ])('with %s are known all the same', (_, fields, name, type) => {
    const read = readMail(rawMail(...HEAD, 'Content-Type: multipart/mixed; boundary=x', '', '--x', '', 'See.', '--x', ...fields, '', 'x', '--x--'));
    expect(read.attachments.map(({ filename, type: is }) => [filename, is])).toEqual([[name, type]]);
    expect(read.text).toBe('See.');
  });

  test('are named where their disposition is a name only', () => {
    expect(files(rawMail(...HEAD, 'Content-Type: application/pdf', 'Content-Disposition: filename=bill.pdf', '', 'pages'))).toEqual([['bill.pdf', 5, hash('pages')]]);
  });

  test('uuencoded in the text are taken out of it', () => {
    const read = readMail(rawMail(...HEAD, '', 'See the file.', 'begin 644 note.txt', '%:&5L;&\\', '`', 'end', 'Bye'));
    expect(read.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([['note.txt', 'hello']]);
    expect(read.text).toBe('See the file.\nBye');
  });

  test('in base64 padded in the middle and followed by a footer are whole', () => {
    expect(files(rawMail(...HEAD, 'Content-Type: image/png; name=a.png', 'Content-Transfer-Encoding: base64', '', 'aGk=', 'IHRoZXJl', '=', '-- ', 'sent by a list'))).toEqual([['a.png', 8, hash('hi there')]]);
  });

  test('a forwarded message beside a text is one file, alone it is read', () => {
    const inner = ['Content-Type: message/rfc822', '', 'From: a@b.example', 'Subject: inner', 'Content-Type: multipart/mixed; boundary=in', '', '--in', '', 'inner text', '--in', 'Content-Type: image/png; name=in.png', '', 'png', '--in--'];
    const beside = readMail(rawMail(...HEAD, 'Content-Type: multipart/mixed; boundary=out', '', '--out', '', 'Look:', '--out', ...inner, '--out--'));
    expect([beside.text, beside.attachments.map(({ type }) => type)]).toEqual(['Look:', ['message/rfc822']]);
    const alone = readMail(rawMail(...HEAD, 'Content-Type: multipart/mixed; boundary=out', '', '--out', ...inner, '--out--'));
    expect([alone.text, alone.attachments.map(({ filename }) => filename)]).toEqual(['inner text', [null, 'in.png']]);
  });
});

describe('damaged structure', () => {
  const part = ['Content-Type: text/plain', '', 'hello'];
  test.each<[string, Buffer, string]>([
    ['a boundary that is not named', rawMail(...HEAD, 'Content-Type: multipart/mixed', '', '--x', ...part, '--x--'), 'hello'],
    ['a boundary that is named wrongly', rawMail(...HEAD, 'Content-Type: multipart/mixed; boundary=y', '', '--x', ...part, '--x--'), 'hello'],
    ['a boundary that never closes', rawMail(...HEAD, 'Content-Type: multipart/mixed; boundary=x', '', '--x', ...part), 'hello'],
    ['an inner boundary that never closes', rawMail(...HEAD, 'Content-Type: multipart/mixed; boundary=x', '', '--x', 'Content-Type: multipart/alternative; boundary=x1', '', '--x1', ...part, '--x', 'Content-Type: image/png', '', 'png', '--x--'), 'hello'],
    ['a multipart that is none', rawMail(...HEAD, 'Content-Type: multipart/alternative; boundary=x', '', 'hello'), 'hello'],
    ['no empty line after the header', rawMail(...HEAD, 'hello, it is me'), 'hello, it is me'],
    ['a broken line inside the header', rawMail('From: Mia <mia@customer.example>', 'by somewhere', 'Subject: Order', '', 'hello'), 'hello'],
    ['line ends of old programs', Buffer.from(['From: Mia <mia@customer.example>', 'Subject: Order', '', 'hello'].join('\r')), 'hello'],
    ['line ends of broken programs', Buffer.from(['From: Mia <mia@customer.example>', 'Subject: Order', '', 'hello'].join('\r\r\n')), 'hello'],
    ['saved in two bytes a letter', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('From: Mia <mia@customer.example>\nSubject: Order\n\nhello', 'utf16le')]), 'hello'],
    ['saved in two bytes a letter without a mark', Buffer.from('From: Mia <mia@customer.example>\nSubject: Order\n\nhello', 'utf16le'), 'hello'],
    ['empty bytes in the header', rawMail('From: Mia <mia@customer.example>', 'Subject: Or\0der', '', 'hello'), 'hello'],
    ['empty lines and an mbox line before the header', rawMail('', 'From mia Sat Nov 21', ...HEAD, '', 'hello'), 'hello'],
    ['a transfer encoding nobody knows', rawMail(...HEAD, 'Content-Transfer-Encoding: foo', '', 'hello'), 'hello'],
    ['a header that begins with a blank', rawMail(' From: Mia <mia@customer.example>', 'Subject: Order', '', 'hello'), 'hello'],
    ['a boundary right below the header', rawMail(...HEAD, 'Content-Type: multipart/mixed; boundary=x', '--x', ...part, '--x--'), 'hello'],
    ['a preamble right below the header', rawMail(...HEAD, 'Content-Type: multipart/mixed; boundary=x', 'This is a message in parts.', '--x', ...part, '--x--'), 'hello'],
    ['dirt behind the last boundary', rawMail(...HEAD, 'Content-Type: multipart/mixed; boundary=x', '', '--x', ...part, '--x-->', 'dirt'), 'hello'],
    ['no semicolon before the boundary', rawMail(...HEAD, 'Content-Type: multipart/mixed', '\tboundary="x"', '', '--x', ...part, '--x--'), 'hello'],
    ['words that are said to be base64', rawMail(...HEAD, 'Content-Transfer-Encoding: base64', '', 'hello there  and', 'good bye'), 'hello there  and\ngood bye'],
    ['format=flowed', rawMail(...HEAD, 'Content-Type: text/plain; format=flowed', '', 'hel ', 'lo'), 'hel lo'],
  ])('%s is read all the same', (_, bytes, text) => {
    const read = readMail(bytes);
    expect([read.from?.address, read.subject, read.text]).toEqual(['mia@customer.example', 'Order', text]);
  });

  test('bytes without any header are a text', () => {
    expect(readMail(Buffer.from('Just some words.\nAnd more.'))).toMatchObject({ text: 'Just some words.\nAnd more.', from: null, subject: '' });
  });

  test('a picture that was taken for a mail is a file, no text', () => {
    const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46]);
    expect(readMail(picture)).toMatchObject({ text: '', attachments: [{ filename: null, size: 8 }], warnings: ['no-header', 'no-sender'] });
  });

  test('a text part that is empty beside a page is no text', () => {
    expect(readMail(aMail({ text: '  \n', html: '<p>Hello</p>' })).newText).toBe('Hello');
  });

  test('a text that is named and shown in place is read where there is no other', () => {
    const named = ['Content-Type: text/plain', 'Content-Disposition: inline; filename="mail.txt"', '', 'The lid is cracked.'];
    const alone = readMail(rawMail(...HEAD, ...named));
    expect([alone.newText, alone.attachments.map(({ filename }) => filename)]).toEqual(['The lid is cracked.', ['mail.txt']]);
    const page = ['Content-Type: text/html', 'Content-Disposition: inline; filename="mail.html"', '', '<p>The lid is <b>cracked</b>.</p>'];
    const both = readMail(rawMail(...HEAD, 'Content-Type: multipart/alternative; boundary=b', '', '--b', ...named, '--b', ...page, '--b--', ''));
    expect([both.newText, both.html]).toEqual(['The lid is cracked.', '<p>The lid is <b>cracked</b>.</p>']);
    const beside = readMail(rawMail(...HEAD, 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'See the file.', '--b', ...named, '--b--', ''));
    expect([beside.newText, beside.attachments.length]).toEqual(['See the file.', 1]);
  });

  test.each(['multipart/*', 'multipart'])('%s is a multipart', (type) => {
    const read = readMail(rawMail(...HEAD, `Content-Type: ${type}; boundary=b`, '', '--b', '', 'The lid is cracked.', '--b', 'Content-Type: image/png; name=lid.png', '', 'x', '--b--', ''));
    expect([read.newText, read.attachments.map(({ filename }) => filename)]).toEqual(['The lid is cracked.', ['lid.png']]);
  });

  test('a file without a name has the name of the place it was at', () => {
    const at = (location: string, type: string): unknown[] => files(rawMail(...HEAD, 'Content-Type: multipart/mixed; boundary=b', '', '--b', `Content-Type: ${type}`, `Content-Location: ${location}`, '', 'x', '--b--', '')).map((file) => (Array.isArray(file) ? file[0] : null));
    expect(at('lid.jpg', 'image/jpeg')).toEqual(['lid.jpg']);
    expect(at('https://shop.example/pictures/lid.jpg', 'image/jpeg')).toEqual(['lid.jpg']);
    expect(at('cid:lid', 'image/jpeg')).toEqual([null]);
    expect(at('index.html', 'text/html')).toEqual([]);
  });
});

test('a file that its sender’s program only numbers lies beside the text; one that the page shows is part of it', () => {
  const part = (name: string, id: string) => ['--b', `Content-Type: image/jpeg; name="${name}"`, `Content-Disposition: attachment; filename="${name}"`, `Content-ID: <${id}>`, 'X-Attachment-Id: f_1', '', name];
  const read = readMail(rawMail(...HEAD, 'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/html', '', '<p>See <IMG src="CID:shown@x"> <img src="cid:lid%40x"></p>', ...part('broken.jpg', 'f_lk2j3h4'), ...part('shown.jpg', 'shown@x'), ...part('lid.jpg', 'lid@x'), '--b--'));
  expect(read.attachments.map(({ filename, contentId }) => [filename, contentId])).toEqual([['broken.jpg', null], ['shown.jpg', 'shown@x'], ['lid.jpg', 'lid@x']]);
});

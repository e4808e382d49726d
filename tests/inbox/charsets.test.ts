import { describe, expect, test } from 'vitest';
import { readMail } from '#app/modules/inbox/index.pure.ts';

const mail = (charset: string | null, hex: string, subjectHex = ''): Buffer =>
  Buffer.concat([Buffer.from('From: a@b.example\r\nSubject: '), Buffer.from(subjectHex, 'hex'), Buffer.from(`\r\nContent-Type: text/plain${charset === null ? '' : `; charset="${charset}"`}\r\n\r\n`), Buffer.from(hex, 'hex')]);

describe('text in the charset it was written in', () => {
  test.each([
    ['GB18030', 'c4fabac3', '您好'],
    ['x-gbk', 'c4fabac3', '您好'],
    ['big5', 'b17aa66e', '您好'],
    ['Shift_JIS', '8c49', '栗'],
    ['cp932', '87408b40', '①機'],
    ['ISO-2022-JP', '1b2442436d4a381b2842', '注文'],
    ['ks_c_5601-1987', 'bec8b3e7', '안녕'],
    ['iso-2022-kr', '1b2429430e3e4833670f', '안녕'],
    ['hz-gb-2312', '7e7b447a3a437e7d', '您好'],
    ['windows-1250', 'e8e9f8', 'čéř'],
    ['cp-1251', 'cff0e8e2e5f2', 'Привет'],
    ['koi8-r', 'f0d2c9d7c5d4', 'Привет'],
    ['windows-1255', 'f9ece5ed', 'שלום'],
    ['windows-1256', 'd3e1c7e3', 'سلام'],
    ['ISO-8859-15', 'a4', '€'],
    ['ibm850', '81', 'ü'],
    ['utf-7', '47722b4150774133772d65', 'Grüße'],
    ['utf-16', 'fffe48006900', 'Hi'],
  ])('%s', (charset, hex, text) => {
    expect(readMail(mail(charset, hex)).text).toBe(text);
  });
});

describe('where no charset is named, or a wrong one', () => {
  test.each<[string, string | null, string, string]>([
    ['UTF-8 that says nothing', null, Buffer.from('Grüße').toString('hex'), 'Grüße'],
    ['UTF-8 that calls itself Latin-1', 'iso-8859-1', Buffer.from('Grüße').toString('hex'), 'Grüße'],
    ['Latin-1 that calls itself UTF-8', 'utf-8', Buffer.from('Grüße aus Köln', 'latin1').toString('hex'), 'Grüße aus Köln'],
    ['a charset nobody knows', 'x-user-thing', Buffer.from('Grüße').toString('hex'), 'Grüße'],
    ['Chinese', null, 'c4fabac3a3acced2b5c4b6a9b5a5', '您好，我的订单'],
    ['Japanese', null, '92 8d95b682b582bd8fa4956982aa82dc82be'.replace(' ', ''), '注文した商品がまだ'],
    ['Cyrillic', null, 'c7e4f0e0e2f1f2e2f3e9f2e52c20e3e4e520eceee920e7e0eae0e7', 'Здравствуйте, где мой заказ'],
  ])('%s is read as what it is', (_, charset, hex, text) => {
    expect(readMail(mail(charset, hex)).text).toBe(text);
  });

  test('a raw subject is read by the charset the body names, or as what it looks like', () => {
    expect(readMail(mail('gb2312', 'c4fabac3', 'b6a9b5a5')).subject).toBe('订单');
  });

  test('a raw subject is read by the charset that any part below it names', () => {
    const bytes = Buffer.concat([Buffer.from('Subject: '), Buffer.from('d6cac1bfcecacce2cdcbbbf5', 'hex'), Buffer.from('\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=gbk\r\n\r\nx')]);
    expect(readMail(bytes).subject).toBe('质量问题退货');
  });

  test('a raw file name is told by its own letters, not by the words around it', () => {
    const bytes = Buffer.concat([Buffer.from('Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="'), Buffer.from('eeefebe0f2e0', 'hex'), Buffer.from('.pdf"\r\n\r\nx')]);
    expect(readMail(bytes).attachments[0]?.filename).toBe('оплата.pdf');
  });

  test.each([
    { label: 'big5', text: '您好！請問貨到了嗎？' },
    { label: 'windows-1251', text: 'Где мой заказ?' },
    { label: 'iso-8859-2', text: 'Paczka jest zgnieciona, proszę o nową żarówkę i półkę.' },
    { label: 'euc-kr', text: '주문한 상품이 아직 오지 않았습니다.' },
  ])('what calls itself $label and is UTF-8 is read as UTF-8', ({ label, text }) => {
    const mail = Buffer.from(`Content-Type: text/plain; charset=${label}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}`);
    expect(readMail(mail).text).toBe(text);
  });

  test.each([
    { label: 'gb2312', text: '您好请问货到了吗' },
    { label: 'windows-1251', text: 'Где мой заказ' },
    { label: 'iso-8859-2', text: 'Zażółć gęślą jaźń' },
    { label: 'iso-8859-15', text: 'Où est ma commande' },
  ])('names, subjects and files in encoded words that call themselves $label and are UTF-8 are read as UTF-8', ({ label, text }) => {
    const word = `=?${label}?B?${Buffer.from(text).toString('base64')}?=`;
    const read = readMail(Buffer.from(`From: ${word} <mia@customer.example>\r\nSubject: ${word}\r\nContent-Type: image/png; name="${word}"\r\n\r\nx`));
    expect([read.from?.name, read.subject, read.attachments[0]?.filename]).toEqual([text, text, text]);
  });

  test('a name is read in charsets the platform does not know', () => {
    expect(readMail(Buffer.from('From: =?iso-2022-kr?B?GyQpQw4+SA8=?= =?utf-8?Q?_M=C3=BCller?= <mia@customer.example>\r\n\r\nx')).from).toEqual({ name: '안 Müller', address: 'mia@customer.example' });
  });

  test('a few letters that would be UTF-8, too, are read by their label', () => {
    const mail = (label: string, hex: string): Buffer => Buffer.concat([Buffer.from(`Content-Type: text/plain; charset=${label}\r\n\r\n`), Buffer.from(hex, 'hex')]);
    expect(readMail(mail('iso-8859-2', '5354d3a3')).text).toBe('STÓŁ');
    expect(readMail(mail('gbk', 'c1aacda8')).text).toBe('联通');
    expect(readMail(mail('windows-1251', 'c5b8')).text).toBe('Её');
  });

  test('bytes that are no text are not taken for Latin letters', () => {
    expect(readMail(Buffer.from('Subject: =?utf-8?B?nnDusRsB?=\r\n\r\nx')).subject).toContain('\ufffd');
  });

  test('encoded words cut inside a character are joined before they are read', () => {
    const read = readMail(Buffer.from('Subject: =?gb2312?B?tqk=?= =?GB2312?B?taU=?= =?iso-2022-kr?B?GyQpQw4+SA8=?=\r\n\r\nx'));
    expect(read.subject).toBe('订单안');
  });
});

import { describe, expect, test } from 'vitest';
import { readMail } from '#app/modules/inbox/index.pure.ts';
import { aMail, rawMail } from './mail-builder.ts';

const ORIGINAL = ['Message-ID: <notice-1@shop.example>', 'From: help@shop.example', 'To: gone@customer.example', 'Subject: Your order'];

function report(status: string[], original = ORIGINAL, originalType = 'message/rfc822'): Buffer {
  return rawMail('Return-Path: <>', 'From: Mail Delivery System <MAILER-DAEMON@mx.example>', 'To: help@shop.example', 'Subject: Undelivered Mail Returned to Sender', 'Auto-Submitted: auto-replied', 'Content-Type: multipart/report; report-type=delivery-status; boundary="r"', '', '--r', '', 'Your message could not be delivered.', '--r', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', '', ...status, '', '--r', `Content-Type: ${originalType}`, '', ...original, '', 'Hi', '--r--');
}

describe('a delivery report', () => {
  test('says who did not get what, and why', () => {
    const read = readMail(report(['Final-Recipient: rfc822; gone@customer.example', 'Original-Recipient: rfc822;alias@customer.example', 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 No such', ' user']));
    expect(read.kind).toBe('bounce');
    expect(read.bounce).toEqual({ action: 'failed', recipient: 'alias@customer.example', status: '5.1.1', diagnostic: 'smtp; 550 5.1.1 No such user', originalMessageId: '<notice-1@shop.example>', recipients: ['gone@customer.example'] });
  });

  test('with the header of the original only still names it', () => {
    expect(readMail(report(['Final-Recipient: rfc822;gone@customer.example', 'Action: failed', 'Status: 5.2.2'], ORIGINAL, 'text/rfc822-headers')).bounce?.originalMessageId).toBe('<notice-1@shop.example>');
  });

  test('of a delay is a bounce that may still end well', () => {
    expect(readMail(report(['Final-Recipient: rfc822;gone@customer.example', 'Action: delayed', 'Status: 4.4.1'])).bounce).toMatchObject({ action: 'delayed', status: '4.4.1' });
  });

  test('of a delivery is automatic and no bounce', () => {
    expect(readMail(report(['Final-Recipient: rfc822;here@customer.example', 'Action: delivered', 'Status: 2.0.0']))).toMatchObject({ kind: 'auto-reply', bounce: null });
  });
});

const plain = (from: string, subject: string, fields: string[], ...text: string[]): Buffer => rawMail(`From: ${from}`, 'To: help@shop.example', `Subject: ${subject}`, ...fields, '', ...text);

describe('a bounce in the words of a mail system', () => {
  test.each<[string, Buffer, string | null, string | null]>([
    ['qmail', plain('MAILER-DAEMON@mx.example', 'failure notice', ['Return-Path: <>'], 'Hi. This is the qmail-send program at mx.example.', "I'm afraid I wasn't able to deliver your message to the following addresses.", '', '<gone@customer.example>:', 'Sorry, no mailbox here by that name. (#5.1.1)', '', '--- Below this line is a copy of the message.', '', ...ORIGINAL), 'gone@customer.example', '5.1.1'],
    ['Exim', plain('Mail Delivery System <Mailer-Daemon@mx.example>', 'Mail delivery failed: returning message to sender', ['X-Failed-Recipients: gone@customer.example', 'Auto-Submitted: auto-replied'], 'This message was created automatically by mail delivery software.', '', '  gone@customer.example', '    550 Unrouteable address', '', '------ This is a copy of the message, including all the headers. ------', '', ...ORIGINAL), 'gone@customer.example', '5.0.0'],
    ['Exchange 2003', plain('System Administrator <postmaster@corp.example>', 'Undeliverable: Your order', [], 'Your message did not reach some or all of the intended recipients.', '', '      Subject:  Your order', '', 'The following recipient(s) could not be reached:', '', '      gone@customer.example on 21.11.2026 09:00', '            The e-mail account does not exist. <mx.example #5.1.1>', '', ...ORIGINAL), 'gone@customer.example', '5.1.1'],
    ['Exchange Online in German', plain('Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@corp.example>', 'Unzustellbar: Ihre Bestellung', ['In-Reply-To: <notice-1@shop.example>'], 'Ihre Nachricht an gone@customer.example konnte nicht zugestellt werden.', '', 'Remote Server returned 550 5.1.10 RESOLVER.ADR.RecipientNotFound'), 'gone@customer.example', '5.1.10'],
    ['Sendmail', plain('Mail Delivery Subsystem <MAILER-DAEMON@mx.example>', 'Returned mail: see transcript for details', [], 'The original message was received', '', '   ----- The following addresses had permanent fatal errors -----', '<gone@customer.example>', '    (reason: 550 5.1.1 <gone@customer.example>... User unknown)', '', ...ORIGINAL), 'gone@customer.example', '5.1.1'],
    ['QQ Mail', plain('PostMaster@qq.example', '系统退信/Systems bounce', ['Return-Path: <>'], '邮件投递失败', '收件人（gone@customer.example）所属域名不存在，邮件无法送达。', 'Message-ID: <notice-1@shop.example>'), 'gone@customer.example', null],
    ['a provider that sends from an ordinary address', rawMail('From: no-reply@provider.example', 'To: help@shop.example', 'Subject: メールエラー通知', 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'Could not be delivered to: <gone@customer.example>', '--b', 'Content-Type: message/rfc822', '', ...ORIGINAL, '', 'Hi', '--b--'), 'gone@customer.example', null],
    ['a mail service that speaks of itself', plain('Mail Delivery Service <out@mx.example>', 'Mail Delivery Failed (Your order)', ['Auto-Submitted: auto-replied'], 'We tried to deliver to gone@customer.example and gave up: 550 5.1.1 nobody here.', '', ...ORIGINAL), 'gone@customer.example', '5.1.1'],
    ['a Japanese provider', plain('MAILER-DAEMON@mx.example', '配信エラーのお知らせ', [], 'メールを送信できませんでした。', '', '<gone@customer.example>: 550 Unknown user', '', ...ORIGINAL), 'gone@customer.example', '5.0.0'],
  ])('%s', (_, mail, recipient, status) => {
    const read = readMail(mail);
    expect(read.kind).toBe('bounce');
    expect(read.bounce).toMatchObject({ recipient, status, originalMessageId: '<notice-1@shop.example>', action: 'failed' });
  });
});

test('a warning in plain words is a delay', () => {
  const read = readMail(plain('MAILER-DAEMON@mx.example', 'Warning: could not send message for past 4 hours', [], 'THIS IS A WARNING MESSAGE ONLY', '----- The following addresses had transient non-fatal errors -----', '<slow@customer.example>', 'Message will be retried'));
  expect(read.bounce).toMatchObject({ action: 'delayed', recipient: 'slow@customer.example' });
});

describe('what only talks of bounces is mail', () => {
  test.each<[string, Buffer]>([
    ['a customer asks about one', aMail({ subject: 'Undelivered mail?', text: 'I got "Delivery has failed to these recipients" when I wrote to you. 550 5.1.1' })],
    ['a customer forwards one', aMail({ subject: 'Fwd: Undelivered Mail Returned to Sender', text: '---------- Forwarded message ---------\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example>\n\nThis is the mail system at host mx.example.' })],
    ['a customer answers one', aMail({ subject: 'Re: Mail delivery failed', fields: ['In-Reply-To: <9@mx.example>'], text: 'What is this?' })],
    ['a parcel that did not arrive', aMail({ subject: 'Delivery failed', text: 'The courier says delivery has failed and my parcel was returned to sender. Message from them: address not found.' })],
    ['a courier', plain('Crown Mail Delivery Service <parcels@courier.example>', 'Your parcel', [], 'Parcel 77 could not be delivered to you today.')],
    ['a postmaster with a question', aMail({ from: 'postmaster@customer.example', subject: 'Order 1001', text: 'Where is our order?' })],
    ['a postmaster with a parcel', aMail({ from: 'postmaster@customer.example', subject: 'Order 1001', text: 'Our order could not be delivered.\nPlease send it again, and write to info@customer.example.' })],
    ['a customer attaches one under its own subject', rawMail('From: mia@customer.example', 'To: help@shop.example', 'Subject: Undeliverable: Order 1001', 'Content-Type: multipart/mixed; boundary=x', '', '--x', '', 'My mail could not be delivered to you, see below.', '--x', 'Content-Type: message/rfc822', '', 'From: Mail Delivery System <MAILER-DAEMON@mx.example>', 'Subject: Undeliverable: Order 1001', '', 'no such user', '--x--')],
    ['a customer attaches one', rawMail('From: mia@customer.example', 'Subject: see attached', 'Content-Type: multipart/mixed; boundary=x', '', '--x', '', 'This came back.', '--x', 'Content-Type: message/rfc822', '', 'From: MAILER-DAEMON@mx.example', 'Subject: failure notice', '', 'no such user', '--x--')],
  ])('%s', (_, mail) => {
    expect(readMail(mail)).toMatchObject({ kind: 'mail', bounce: null });
  });
});

describe('a report in an unusual shape', () => {
  const withStatus = (status: string[], to = 'help@shop.example'): Buffer => rawMail('From: MAILER-DAEMON@mx.example', `To: ${to}`, 'Subject: Delivery failure', 'Content-Type: multipart/report; report-type=delivery-status; boundary=s', '', '--s', '', 'Not delivered.', '--s', 'Content-Type: message/delivery-status', '', ...status, '--s--');

  test('that says what became of the mail above the fields of whom it is about names them', () => {
    expect(readMail(withStatus(['Reporting-MTA: dns; mx.example', 'Action: failed', '', 'Final-Recipient: rfc822; gone@customer.example', 'Status: 5.2.1'])).bounce).toMatchObject({ action: 'failed', recipient: 'gone@customer.example', status: '5.2.1', recipients: ['gone@customer.example'] });
  });

  test('that another server passes on is read as that server wrote it', () => {
    const inner = ['From: MAILER-DAEMON@inner.example', 'Message-ID: <report-1@inner.example>', 'Content-Type: multipart/report; report-type=delivery-status; boundary=i', '', '--i', '', 'Unknown.', '--i', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; inner.example', '', 'Final-Recipient: rfc822; gone@customer.example', 'Action: failed', 'Status: 5.1.1', '', '--i', 'Content-Type: message/rfc822', '', ...ORIGINAL, '', 'Hi', '--i--'];
    const outer = (from: string): Buffer => rawMail(`From: ${from}`, 'To: help@shop.example', 'Subject: Returned mail: User unknown', 'Content-Type: multipart/mixed; boundary=o', '', '--o', '', 'The original message was received.', '--o', 'Content-Type: message/rfc822', '', ...inner, '--o--');
    expect(readMail(outer('MAILER-DAEMON@mx.example')).bounce).toMatchObject({ recipient: 'gone@customer.example', status: '5.1.1', originalMessageId: '<notice-1@shop.example>' });
    expect(readMail(outer('Mia <mia@customer.example>'))).toMatchObject({ kind: 'mail', bounce: null });
  });

  test.each<[string, string[], string[]]>([
    ['in quotes', ["Mail for 'gone@customer.example' has no mailbox here."], []],
    ['to a postmaster', ['----- The following addresses had delivery problems -----', 'postmaster@customer.example', '', 'The mailbox is full.'], []],
    ['only in the mail that came back', ['----- Transcript of session follows -----', '421 mx.example... Deferred: Connection timed out', '', '----- Unsent message follows -----'], ['To: gone@customer.example', 'Subject: Your order']],
  ])('names whom it concerns %s', (_, text, original) => {
    const [recipient] = [...text, ...original].join(' ').match(/[a-z]+@customer\.example/) ?? [];
    expect(readMail(plain('MAILER-DAEMON@mx.example', 'Mail failed, returning to sender', [], ...text, ...original)).bounce?.recipient).toBe(recipient);
  });
});

test('what comes back from nowhere is a bounce, whatever it is called and whoever is named as its sender', () => {
  const back = (returnPath: string, original: string[]): Buffer => rawMail(`Return-Path: ${returnPath}`, 'From: anybody@provider.example', 'To: help@shop.example', 'Subject: Mail', 'Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'Could not be delivered to: <gone@customer.example>', '--b', 'Content-Type: message/rfc822', '', ...original, '', 'Hi', '--b--');
  expect(readMail(back('<>', ORIGINAL)).bounce).toMatchObject({ action: 'failed', recipient: 'gone@customer.example', originalMessageId: '<notice-1@shop.example>' });
  expect(readMail(back('<anybody@provider.example>', ORIGINAL)).kind).toBe('mail');
  expect(readMail(back('<>', ['From: friend@other.example', 'Subject: Hi'])).kind).toBe('mail');
});

test('a customer whose name begins with Postmaster is a customer', () => {
  expect(readMail(aMail({ from: 'Postmaster Bob <bob@customer.example>', subject: 'Delivery problem with order 1001', text: 'My order could not be delivered.' }))).toMatchObject({ kind: 'mail', bounce: null });
  expect(readMail(plain('Postmaster at mx.example <mx@mx.example>', 'Delivery failure', [], '<gone@customer.example>: 550 5.1.1 User unknown')).kind).toBe('bounce');
});

describe('a bounce from beside the mail system', () => {
  test.each<[string, Buffer]>([
    ['a virus filter', plain('Antivirus_for_SMTP_Gateways@corp.example', 'Delivery failure notification', [], 'Your message could not be delivered to the following recipients:', '', 'gone@customer.example')],
    ['a filter before the mail server', plain('mail-gateway2@corp.example', 'Mail could not be delivered', [], 'Unable to deliver message to <gone@customer.example>.')],
    ['an address nobody reads, with the words of another server', plain('no-reply@corp.example', 'Mail delivery failed', [], 'Your message to gone@customer.example could not be delivered: 550 5.1.1 User unknown')],
    ['an administrator in quotes', plain('<"System Administrator"@corp.example>', 'Delivery Failure', [], 'Could not deliver message to the following recipient(s):', '', 'Failed Recipient: gone@customer.example')],
    ['the address for bounces of another server', plain('bounces@corp.example', 'Mail delivery failed', [], 'Your mail could not be delivered to gone@customer.example.')],
    ['a daemon by that name', plain('daemon@corp.example', 'Delivery problem', [], 'gone@customer.example: mailbox full')],
    ['rules of the recipient', rawMail('From: Sieve <postmaster@corp.example>', 'To: help@shop.example', 'Subject: Automatically rejected mail', 'Auto-Submitted: auto-replied (rejected)', 'Content-Type: multipart/report; report-type=disposition-notification; boundary=d', '', '--d', '', 'Your message was automatically rejected by Sieve. The reason given was:', 'Write to other@corp.example instead.', '--d', 'Content-Type: message/disposition-notification', '', 'Final-Recipient: rfc822; gone@customer.example', 'Disposition: automatic-action/MDN-sent-automatically; deleted', '--d--')],
  ])('%s', (_, mail) => {
    expect(readMail(mail)).toMatchObject({ kind: 'bounce', bounce: { recipient: 'gone@customer.example' } });
  });

  test.each<[string, string, string, string]>([
    ['a courier', 'no-reply@courier.example', 'Delivery failed', 'Your parcel could not be delivered and will be returned to sender. Tracking number: 550 512 773.'],
    ['a courier with an address to write to', 'delivery-service@courier.example', 'Your package could not be delivered', 'Unable to deliver: address not found. Contact: help@courier.example'],
    ['a motel with a gate in its name', 'gateway@motel.example', 'Delivery failed', 'Our parcel was not delivered, order 1001.'],
    ['a club that is called so', 'Bounce Club <bounce@club.example>', 'Delivery failed', 'The courier could not deliver our trampoline. The delivery failed twice.'],
    ['a club that asks for its parcel', 'bounces@club.example', 'Trampoline', 'Where is our trampoline? It was not delivered to our club.'],
    ['a customer who copies one', 'Mia <mia@customer.example>', 'Mail delivery failed', 'I get this: Your message to help@shop.example could not be delivered: 550 5.1.1 User unknown'],
  ])('is not %s', (_, from, subject, text) => {
    expect(readMail(plain(from, subject, [], text)).bounce).toBeNull();
  });
});

describe('of several in plain words', () => {
  test.each<[string, string[]]>([
    ['line by line', ["I'm afraid I wasn't able to deliver your message to the following addresses.", '', '<one@customer.example>:', 'No such user.', '', '<two@customer.example>:', 'No such user.']],
    ['in quotes', ['The following address failed:', '', '"one@customer.example":', '5.2.1 Unknown', '"two@customer.example":', '5.2.2 Full']],
    ['with the mail before them', ['Your message', '', '  To:      list@elsewhere.example', '  Subject: Hi', '', 'did not reach the following recipient(s):', '', 'one@customer.example on Sat, 21 Nov 2026 10:15:00 +0100', '    Unknown', 'two@customer.example on Sat, 21 Nov 2026 10:15:00 +0100', '    Unknown']],
  ])('every one is named: %s', (_, text) => {
    expect(readMail(plain('MAILER-DAEMON@mx.example', 'failure notice', [], ...text)).bounce).toMatchObject({ recipient: 'one@customer.example', recipients: ['one@customer.example', 'two@customer.example'] });
  });
});

test('a status that stands only in the words of the other server is told', () => {
  expect(readMail(report(['Original-Recipient: rfc822;gone@customer.example', 'Action: failed', 'Diagnostic-Code: smtp; 550 Unknown user'])).bounce).toMatchObject({ status: '5.0.0' });
});

test('a list server that passes nothing on says so as a bounce', () => {
  const alert = (subject: string): Buffer => plain('news-admin@lists.example', subject, ['X-MLServer: fml [fml 4.0.3]', 'References: <notice-1@shop.example>'], 'Duplicated Message-ID in <news@lists.example>.');
  expect(readMail(alert('Loop Alert: Duplicated Message-ID (news ML)')).bounce).toMatchObject({ recipient: 'news@lists.example', originalMessageId: '<notice-1@shop.example>' });
  expect(readMail(alert('[news:12] Spring offers')).kind).toBe('mail');
});

import { describe, expect, test } from 'vitest';
import { readMail } from '#app/modules/inbox/index.pure.ts';
import { aMail } from './mail-builder.ts';

const SENDER = { from: 'Notices <no-reply@sns.amazonaws.com>', subject: 'AWS Notification Message' };
const FOOTER = '\n\n--\nIf you wish to stop receiving notifications from this topic, visit https://sns.eu-west-1.amazonaws.com/unsubscribe.html';
const about = { messageId: '0102-1', destination: ['gone@customer.example'], headers: [{ name: 'Message-ID', value: '<notice-1@shop.example>' }], commonHeaders: { subject: 'Your {order}' } };
const bounce = { notificationType: 'Bounce', bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'Gone@customer.example', action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }, { emailAddress: 'Old <old@customer.example>' }] }, mail: about };
const BOUNCED = { action: 'failed', recipient: 'gone@customer.example', status: '5.1.1', diagnostic: 'smtp; 550 5.1.1 user unknown', originalMessageId: '<notice-1@shop.example>', recipients: ['gone@customer.example', 'old@customer.example'] };

describe('a notice of Amazon SES that comes as a mail of JSON', () => {
  test.each<[string, string]>([
    ['as it is', JSON.stringify(bounce) + FOOTER],
    ['wrapped by SNS', JSON.stringify({ Type: 'Notification', MessageId: '1', Message: JSON.stringify(bounce) }, null, 2)],
    ['in lines that a server broke and marked', JSON.stringify(bounce).replace('failed', 'fai!\n led').replace('customer.example', 'customer.!\n example') + FOOTER],
    ['in lines that a server broke without a mark', JSON.stringify(bounce).replace('user unknown', 'user unkn\nown') + FOOTER],
    ['named by its event', JSON.stringify({ ...bounce, notificationType: undefined, eventType: 'Bounce' })],
  ])('is a bounce: %s', (_, text) => {
    expect(readMail(aMail({ ...SENDER, text }))).toMatchObject({ kind: 'bounce', bounce: BOUNCED, unanswered: 'report' });
  });

  test('of a delay is a bounce that may still end well', () => {
    const text = JSON.stringify({ eventType: 'DeliveryDelay', mail: about, deliveryDelay: { delayedRecipients: [{ emailAddress: 'slow@customer.example', status: '4.4.1' }] } });
    expect(readMail(aMail({ ...SENDER, text })).bounce).toMatchObject({ action: 'delayed', recipient: 'slow@customer.example', status: '4.4.1' });
  });

  test('of a complaint names who complained of which mail', () => {
    const text = JSON.stringify({ notificationType: 'Complaint', mail: about, complaint: { complainedRecipients: [{ emailAddress: 'mia@customer.example' }], complaintFeedbackType: 'abuse' } });
    expect(readMail(aMail({ ...SENDER, text }))).toMatchObject({ kind: 'complaint', bounce: null, complaint: { type: 'abuse', recipient: 'mia@customer.example', originalMessageId: '<notice-1@shop.example>' } });
  });

  test('of somebody who says that a mail is no spam is automatic', () => {
    const text = JSON.stringify({ notificationType: 'Complaint', mail: about, complaint: { complainedRecipients: [{ emailAddress: 'mia@customer.example' }], complaintFeedbackType: 'not-spam' } });
    expect(readMail(aMail({ ...SENDER, text }))).toMatchObject({ kind: 'auto-reply', complaint: null });
  });

  test('of a delivery is automatic', () => {
    expect(readMail(aMail({ ...SENDER, text: JSON.stringify({ notificationType: 'Delivery', mail: about, delivery: {} }) })).kind).toBe('auto-reply');
  });

  test.each<[string, string]>([
    ['words before it', `Our log says ${JSON.stringify(bounce)}`],
    ['other JSON', '{"order": 1001, "mail": {"to": "mia@customer.example"}}'],
    ['JSON that ends early', JSON.stringify(bounce).slice(0, 200)],
    ['nothing but braces', '{'.repeat(5_000)],
  ])('is no notice: %s', (_, text) => {
    expect(readMail(aMail({ text }))).toMatchObject({ kind: 'mail', bounce: null });
  });
});

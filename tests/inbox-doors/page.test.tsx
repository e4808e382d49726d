import { describe, expect, it } from 'vitest';
import type { MailboxView } from '#app/modules/inbox/mailboxes/mailboxes-view.server.ts';
import { MailboxForm } from '#app/modules/inbox/mailboxes/ui/mailbox-form.tsx';
import { MailboxesPage } from '#app/modules/inbox/mailboxes/ui/mailboxes-page.tsx';
import { HomePage } from '#app/modules/home/ui/home-page.tsx';
import { homeOverview } from '../admin-ui/fixtures.ts';
import { render, stageNow, textOf } from '../admin-ui/stage.tsx';

const mailbox: MailboxView = {
  id: '1', address: 'care@nordlicht.example', name: 'Nordlicht', wayIn: 'door', isDefault: true, leavesAs: 'hello@aftercare.example', state: 'on', failure: null, lastMailAt: null, verifiedAt: null, checkSentAt: null,
  target: 'k7@in.aftercare.example', imap: null, readsJunk: false,
};
const page = (changes: Partial<MailboxView> | null, locale: 'en' | 'zh-CN' = 'en') =>
  textOf(render({ children: <MailboxesPage mailboxes={changes ? [{ ...mailbox, ...changes }] : []} hasDoor logins={[]} />, locale }));
const ago = (minutes: number) => new Date(stageNow.getTime() - minutes * 60_000).toISOString();

describe('the page of addresses', () => {
  it('says what to do at the other end, and that nothing was tested yet', () => {
    const text = page({});
    expect(text).toContain('In the mailbox of care@nordlicht.example, forward all mail to this address:');
    expect(text).toContain('Not tested yet');
    expect(text).toContain('Send a test mail');
  });

  it('tells a test mail that is on its way from one that did not arrive, and from one that did', () => {
    expect(page({ checkSentAt: ago(2) })).toContain('this page shows it as soon as it has arrived');
    expect(page({ checkSentAt: ago(30) })).toContain('has not arrived. Check the forwarding');
    expect(page({ verifiedAt: ago(30), lastMailAt: ago(30) })).toContain('Mail arrives');
  });

  it.each(['unreachable', 'login', 'tls', 'folder', 'taken', 'raw'])('says in words why mail does not come in: %s', (failure) => {
    const shown = page({ state: 'failing', failure, wayIn: 'imap', target: null, imap: { host: 'imap.example.com', port: 993, security: 'tls', user: 'care', auth: 'password' } });
    expect(shown).toContain('Needs attention');
    expect(shown).not.toContain(` ${failure.charAt(0).toUpperCase()}${failure.slice(1)} `);
    expect(page({ state: 'failing', failure }, 'zh-CN')).toContain('需要处理');
  });

  it('says of a mailbox that is fetched whether its spam folder is read, and offers the other', () => {
    const fetched = { wayIn: 'imap', target: null, imap: { host: 'imap.example.com', port: 993, security: 'tls', user: 'care', auth: 'password' } } as const;
    expect(page({ ...fetched })).toMatch(/Its spam folder is not read:.*Read its spam folder/);
    expect(page({ ...fetched, readsJunk: true })).toMatch(/Its spam folder is read, too\..*Stop reading its spam folder/);
    expect(page({})).not.toContain('spam folder');
  });

  it('says as whom answers leave and where they are answered, with the way to send as the address itself', () => {
    expect(page({})).toContain('Answers leave as hello@aftercare.example; what customers write back comes to care@nordlicht.example. Send from your own address');
    expect(page({ leavesAs: 'care@nordlicht.example' })).toContain('Answers leave as care@nordlicht.example.');
    expect(page({ leavesAs: 'care@nordlicht.example' })).not.toContain('Send from your own address');
  });

  it('offers for answers what is known to arrive alone', () => {
    expect(page({ isDefault: false })).not.toContain('Use for answers');
    expect(page({ isDefault: false, verifiedAt: ago(30) })).toContain('Use for answers');
  });

  it('asks for a sender with the shop’s name filled in, and says the way of who cannot sign in here', () => {
    const form = (logins: ('google' | 'microsoft')[]) =>
      render({ children: <MailboxForm mailbox={null} hasDoor logins={logins} saving={false} errorOf={() => undefined} onSave={() => undefined} onLogin={() => undefined} onCancel={() => undefined} /> });
    expect(form([])).toMatch(/<input[^>]*autocomplete="organization"[^>]*value="[^"]+"/i);
    expect(textOf(form([]))).toContain('choose IMAP with an app password');
    expect(textOf(form(['google', 'microsoft']))).not.toContain('app password that you make');
  });

  it('of a shop without one says what an address is for', () => {
    expect(page(null)).toContain('Add the address your customers write to');
  });
});

it('the home page says first which address does not hear its customers', () => {
  const text = textOf(render({ children: <HomePage overview={{ ...homeOverview, access: 'ok', stopped: 0, sending: { stuck: [], domain: null }, failingMail: ['care@nordlicht.example'] }} places={{ trackingPage: '', themeEditor: '' }} /> }));
  expect(text).toContain('Mail to care@nordlicht.example does not come in');
});

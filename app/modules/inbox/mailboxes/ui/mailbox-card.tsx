import { Badge, Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, Text } from '@shopify/polaris';
import { RemoveDialog } from '#app/ui/remove-dialog.tsx';
import { useShellWords } from '#app/ui/words.ts';
import { GoOn } from './go-on.tsx';
import type { MailboxesView, MailboxView } from '../mailboxes-view.server.ts';
import { MailboxForm } from './mailbox-form.tsx';
import { AnswersLeave, MailboxBadge, MailboxState } from './mailbox-state.tsx';
import { useMailboxForm } from './use-mailbox-form.ts';
import { useMailboxWords } from './words.ts';

/** One address: how it stands, its test, its form, and the way to be rid of it. */
export function MailboxCard({ mailbox, hasDoor, logins }: Omit<MailboxesView, 'mailboxes'> & { mailbox: MailboxView }) {
  const { t, name } = useMailboxWords();
  const shell = useShellWords();
  const { open, setOpen, goTo, formError, errorOf, isBusy, submit } = useMailboxForm();
  const { id, address } = mailbox;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd" breakWord>{address}</Text>
            <MailboxBadge mailbox={mailbox} />
            {mailbox.isDefault && <Badge tone="info">{t('default')}</Badge>}
          </InlineStack>
          <Text as="p" tone="subdued">{`${mailbox.name} · ${t(`ways.${mailbox.wayIn}`)}`}</Text>
        </BlockStack>
        {mailbox.failure !== null && <Banner tone="critical"><p>{name('failures', mailbox.failure)}</p></Banner>}
        {goTo !== null && <GoOn to={goTo} />}
        {formError && <Banner tone="critical"><p>{formError}</p></Banner>}
        {open === 'form' ? (
          <MailboxForm mailbox={mailbox} hasDoor={hasDoor} logins={logins} saving={isBusy('save-mailbox') || isBusy('begin-login')} onLogin={(fields) => submit('begin-login', fields)} errorOf={errorOf} onSave={(fields) => submit('save-mailbox', fields)} onCancel={() => setOpen(null)} />
        ) : (
          <>
            <MailboxState mailbox={mailbox} />
            <AnswersLeave mailbox={mailbox} />
            <ButtonGroup>
              <Button loading={isBusy('send-check')} onClick={() => submit('send-check', { id })}>{t(mailbox.verifiedAt === null && mailbox.checkSentAt === null ? 'test.send' : 'test.again')}</Button>
              <Button onClick={() => setOpen('form')}>{t('edit')}</Button>
              {!mailbox.isDefault && mailbox.verifiedAt !== null && <Button loading={isBusy('make-default')} onClick={() => submit('make-default', { id })}>{t('makeDefault')}</Button>}
              {mailbox.wayIn === 'imap' && <Button loading={isBusy('read-junk')} onClick={() => submit('read-junk', { id, isWanted: mailbox.readsJunk ? 'no' : 'yes' })}>{t(mailbox.readsJunk ? 'junk.stop' : 'junk.read')}</Button>}
              <Button tone="critical" onClick={() => setOpen('removal')}>{shell.t('form.remove')}</Button>
            </ButtonGroup>
          </>
        )}
      </BlockStack>
      <RemoveDialog open={open === 'removal'} busy={isBusy('remove-mailbox')} title={t('removeTitle', { address })} text={t('removeText')} onRemove={() => submit('remove-mailbox', { id })} onClose={() => setOpen(null)} />
    </Card>
  );
}

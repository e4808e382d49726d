import { Banner, BlockStack, Box, Button, Card, Text } from '@shopify/polaris';
import { SettingPage } from '#app/ui/setting-page.tsx';
import type { MailboxesView } from '../mailboxes-view.server.ts';
import { GoOn } from './go-on.tsx';
import { MailboxCard } from './mailbox-card.tsx';
import { MailboxForm } from './mailbox-form.tsx';
import { useMailboxForm } from './use-mailbox-form.ts';
import { useMailboxWords } from './words.ts';

/** The addresses that customers write to: what is left to do for each, and whether its mail arrives. */
export function MailboxesPage({ mailboxes, hasDoor, logins }: MailboxesView) {
  const { t } = useMailboxWords();
  return (
    <SettingPage title={t('title')} intro={t('intro')} forms={[]}>
      {mailboxes.map((mailbox) => <MailboxCard key={mailbox.id} mailbox={mailbox} hasDoor={hasDoor} logins={logins} />)}
      <NewMailbox isFirst={mailboxes.length === 0} hasDoor={hasDoor} logins={logins} />
    </SettingPage>
  );
}

function NewMailbox({ isFirst, hasDoor, logins }: Omit<MailboxesView, 'mailboxes'> & { isFirst: boolean }) {
  const { t } = useMailboxWords();
  const { open, setOpen, goTo, formError, errorOf, isBusy, submit } = useMailboxForm();
  if (open !== 'form' && !isFirst) return <Box paddingInline={{ xs: '400', sm: '0' }}><Button onClick={() => setOpen('form')}>{t('add')}</Button></Box>;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{t(open === 'form' ? 'form.addTitle' : 'none.heading')}</Text>
        {goTo !== null && <GoOn to={goTo} />}
        {formError && <Banner tone="critical"><p>{formError}</p></Banner>}
        {open === 'form' ? (
          <MailboxForm mailbox={null} hasDoor={hasDoor} logins={logins} saving={isBusy('save-mailbox') || isBusy('begin-login')} onLogin={(fields) => submit('begin-login', fields)} errorOf={errorOf} onSave={(fields) => submit('save-mailbox', fields)} onCancel={() => setOpen(null)} />
        ) : (
          <>
            <Text as="p">{t('none.text')}</Text>
            <Box><Button variant="primary" onClick={() => setOpen('form')}>{t('add')}</Button></Box>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

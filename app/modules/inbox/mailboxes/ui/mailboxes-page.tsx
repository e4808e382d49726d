import { Banner, BlockStack, Box, Button, Card, Text } from '@shopify/polaris';
import { useLive } from '#app/ui/live/use-live.ts';
import { SettingPage } from '#app/ui/setting-page.tsx';
import type { MailboxesView } from '../mailboxes-view.server.ts';
import { MailboxCard } from './mailbox-card.tsx';
import { MailboxForm } from './mailbox-form.tsx';
import { useMailboxForm } from './use-mailbox-form.ts';
import { useMailboxWords } from './words.ts';

/** The addresses that customers write to: what is left to do for each, and whether its mail arrives. */
export function MailboxesPage({ mailboxes, hasDoor }: MailboxesView) {
  const { t } = useMailboxWords();
  useLive();
  return (
    <SettingPage title={t('title')} intro={t('intro')} forms={[]}>
      {mailboxes.map((mailbox) => <MailboxCard key={mailbox.id} mailbox={mailbox} hasDoor={hasDoor} />)}
      <NewMailbox isFirst={mailboxes.length === 0} hasDoor={hasDoor} />
    </SettingPage>
  );
}

function NewMailbox({ isFirst, hasDoor }: { isFirst: boolean; hasDoor: boolean }) {
  const { t } = useMailboxWords();
  const { open, setOpen, formError, errorOf, isBusy, submit } = useMailboxForm();
  if (open !== 'form' && !isFirst) return <Box paddingInline={{ xs: '400', sm: '0' }}><Button onClick={() => setOpen('form')}>{t('add')}</Button></Box>;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{t(open === 'form' ? 'form.addTitle' : 'none.heading')}</Text>
        {formError && <Banner tone="critical"><p>{formError}</p></Banner>}
        {open === 'form' ? (
          <MailboxForm mailbox={null} hasDoor={hasDoor} saving={isBusy('save-mailbox')} errorOf={errorOf} onSave={(fields) => submit('save-mailbox', fields)} onCancel={() => setOpen(null)} />
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

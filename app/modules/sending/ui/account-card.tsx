import { Badge, Banner, BlockStack, Button, ButtonGroup, Card, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { MailAccountView } from '../sending-view.server.ts';
import { AccountForm } from './account-form.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { useSendingForm } from './use-sending-form.ts';
import { useSendingWords } from './words.ts';

/** The merchant's account at a mail provider, and the way to be rid of it. */
export function AccountCard({ account }: { account: MailAccountView | null }) {
  const { t } = useSendingWords();
  const { open, setOpen, formError, errorOf, isBusy, submit } = useSendingForm();
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {account ? account.name : t('account.title')}
          </Text>
          {account && <Badge tone="success">{t('account.connected')}</Badge>}
        </InlineStack>
        {formError && <Banner tone="critical"><p>{formError}</p></Banner>}
        {account ? <AccountState account={account} /> : <Text as="p" tone="subdued">{t('account.none')}</Text>}
        {open === 'form' ? (
          <AccountForm account={account} saving={isBusy('save-account')} errorOf={errorOf} onSave={(fields) => submit('save-account', fields)} onCancel={() => setOpen(null)} />
        ) : (
          <ButtonGroup>
            <Button onClick={() => setOpen('form')}>{t(account ? 'change' : 'account.connect')}</Button>
            {account && <Button tone="critical" onClick={() => setOpen('removal')}>{t('remove')}</Button>}
          </ButtonGroup>
        )}
      </BlockStack>
      {account && <RemoveDialog open={open === 'removal'} busy={isBusy('remove-account')} title={t('account.removeTitle', { name: account.name })} text={t('account.removeText')} onRemove={() => submit('remove-account')} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function AccountState({ account: { from, keyEnd, hearsNews, newsAddress } }: { account: MailAccountView }) {
  const { t } = useSendingWords();
  const [shown, setShown] = useState(false);
  return (
    <BlockStack gap="300">
      <Text as="p" breakWord>{t('account.facts', { from, end: keyEnd })}</Text>
      {!hearsNews && <Banner tone="warning"><p>{t('account.deaf')}</p></Banner>}
      {shown ? (
        <TextField label={t('account.news')} helpText={t('account.newsHelp')} autoComplete="off" readOnly selectTextOnFocus value={newsAddress} />
      ) : (
        <InlineStack>
          <Button variant="plain" onClick={() => setShown(true)}>{t('account.showNews')}</Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}

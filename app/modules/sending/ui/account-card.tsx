import { Banner, BlockStack, Text } from '@shopify/polaris';
import { ShownOnDemand } from '#app/ui/shown-on-demand.tsx';
import type { MailAccountView } from '../sending-view.server.ts';
import { AccountForm } from './account-form.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { useSendingWords } from './words.ts';

/** The merchant's account at a mail provider, and the way to be rid of it. */
export function AccountCard({ account }: { account: MailAccountView | null }) {
  const { t } = useSendingWords();
  return (
    <ConnectionCard
      title={account ? account.name : t('account.title')}
      thing="account"
      connect={t('account.connect')}
      removal={account && { title: t('account.removeTitle', { name: account.name }), text: t('account.removeText') }}
      state={account ? <AccountState account={account} /> : <Text as="p" tone="subdued">{t('account.none')}</Text>}
      renderForm={(about) => <AccountForm account={account} {...about} />}
    />
  );
}

function AccountState({ account: { from, keyEnd, hearsNews, newsAddress } }: { account: MailAccountView }) {
  const { t } = useSendingWords();
  return (
    <BlockStack gap="300">
      <Text as="p" breakWord>{t('account.facts', { from, end: keyEnd })}</Text>
      {!hearsNews && <Banner tone="warning"><p>{t('account.deaf')}</p></Banner>}
      <ShownOnDemand show={t('account.showNews')} fields={[{ label: t('account.news'), helpText: t('account.newsHelp'), value: newsAddress }]} />
    </BlockStack>
  );
}

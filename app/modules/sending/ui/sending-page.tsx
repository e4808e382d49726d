import { BlockStack } from '@shopify/polaris';
import { SettingPage } from '#app/ui/setting-page.tsx';
import type { SendingView } from '../sending-view.server.ts';
import { AccountCard } from './account-card.tsx';
import { DomainCard } from './domain-card.tsx';
import { KlaviyoCard } from './klaviyo-card.tsx';
import { PhoneCard } from './phone-card.tsx';
import { ServerCard } from './server-card.tsx';
import { WhatsAppCard } from './whatsapp-card.tsx';
import { useSendingWords } from './words.ts';

/** Through what and from where a shop's messages leave. */
export function SendingPage({ account, server, domain, houseAddress, phone, hasHouseSms, whatsApp, klaviyo }: SendingView) {
  const { t } = useSendingWords();
  return (
    <SettingPage title={t('title')} intro={t('intro')} forms={[]}>
      <BlockStack gap="400">
        <DomainCard domain={domain} houseAddress={houseAddress} carriedBy={account?.name ?? null} />
        <AccountCard account={account} />
        <ServerCard server={server} carriedBy={account?.name ?? null} />
        <PhoneCard phone={phone} hasHouse={hasHouseSms} />
        <WhatsAppCard number={whatsApp} />
        <KlaviyoCard keyEnd={klaviyo} />
      </BlockStack>
    </SettingPage>
  );
}

import { Banner, BlockStack, Text } from '@shopify/polaris';
import { ShownOnDemand } from '#app/ui/shown-on-demand.tsx';
import type { SmsAccountView } from '../sending-view.server.ts';
import { ConnectionCard } from './connection-card.tsx';
import { PhoneForm } from './phone-form.tsx';
import { useSendingWords } from './words.ts';

/** The merchant's account at an SMS provider, the number and name that customers see, and the way to be rid of it. */
export function PhoneCard({ phone, hasHouse }: { phone: SmsAccountView | null; hasHouse: boolean }) {
  const { t } = useSendingWords();
  return (
    <ConnectionCard
      title={phone ? phone.name : t('phone.title')}
      thing="phone"
      connect={t('account.connect')}
      removal={phone && { title: t('account.removeTitle', { name: phone.name }), text: t('phone.removeText') }}
      state={phone ? <PhoneState phone={phone} /> : <Text as="p" tone="subdued">{t(hasHouse ? 'phone.house' : 'phone.none')}</Text>}
      renderForm={(about) => <PhoneForm phone={phone} {...about} />}
    />
  );
}

function PhoneState({ phone: { number, senderName, keyEnd, hearsNews, newsAddress } }: { phone: SmsAccountView }) {
  const { t } = useSendingWords();
  return (
    <BlockStack gap="300">
      <Text as="p" breakWord>{senderName === '' ? t('phone.facts', { number, end: keyEnd }) : t('phone.factsNamed', { number, name: senderName, end: keyEnd })}</Text>
      {!hearsNews && <Banner tone="warning"><p>{t('phone.deaf')}</p></Banner>}
      <ShownOnDemand show={t('account.showNews')} fields={[{ label: t('account.news'), helpText: t('phone.newsHelp'), value: newsAddress }]} />
    </BlockStack>
  );
}

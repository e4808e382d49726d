import { BlockStack, Page } from '@shopify/polaris';
import type { Current, Sender } from '../setting.ts';
import { DataRequestsCard, type DataRequest } from './data-requests-card.tsx';
import { SectionsCards } from './sections-cards.tsx';
import { SenderCard } from './sender-card.tsx';
import { TestMessageCard } from './test-message-card.tsx';
import { useSettingsWords } from './words.ts';

interface Props {
  sender: Current<Sender>;
  /** Where a test message goes unless someone says otherwise. */
  shopEmail: string | null;
  dataRequests: readonly DataRequest[];
}

/** What the merchant sets, and what customers asked of their data. */
export function SettingsPage({ sender, shopEmail, dataRequests }: Props) {
  const { t } = useSettingsWords();
  return (
    <Page title={t('title')} narrowWidth>
      <BlockStack gap="400">
        <SectionsCards />
        <SenderCard sender={sender} />
        <TestMessageCard to={shopEmail} />
        <DataRequestsCard requests={dataRequests} />
      </BlockStack>
    </Page>
  );
}

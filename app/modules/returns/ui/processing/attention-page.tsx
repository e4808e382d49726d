import { Card, Layout, Page } from '@shopify/polaris';
import { CheckCircleIcon } from '@shopify/polaris-icons';
import { Empty } from '#app/ui/empty.tsx';
import type { TroubleView } from '../../processing/troubles.server.ts';
import { useReturnWords } from '../words.ts';
import { TroublesCard } from './troubles-card.tsx';

/** Everything that was begun at Shopify and waits for a person. */
export function AttentionPage({ troubles }: { troubles: readonly TroubleView[] }) {
  const { t } = useReturnWords();
  return (
    <Page title={t('trouble.title')} backAction={{ content: t('title'), url: '/app/returns' }}>
      <Layout>
        <Layout.Section>
          {troubles.length === 0 ? (
            <Card>
              <Empty icon={CheckCircleIcon} title={t('trouble.none')} text={t('trouble.noneText')} />
            </Card>
          ) : (
            <TroublesCard troubles={troubles} />
          )}
        </Layout.Section>
      </Layout>
    </Page>
  );
}

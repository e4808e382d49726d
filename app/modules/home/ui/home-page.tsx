import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Card, Layout, Page } from '@shopify/polaris';
import { OrderIcon } from '@shopify/polaris-icons';
import { Empty } from '#app/ui/empty.tsx';
import type { HomeOverview, HomePlaces } from '../views.ts';
import { AttentionCard } from './attention-card.tsx';
import { Figures } from './figures.tsx';
import { HistoryCard } from './history-card.tsx';
import { DomainBanner, StuckBanner } from './sending-banners.tsx';
import { SetupGuide } from './setup-guide.tsx';
import { useHomeWords } from './words.ts';

/** The first page: what needs a person comes first, then how things stand. */
export function HomePage({ overview, places }: { overview: HomeOverview; places: HomePlaces }) {
  const { t } = useHomeWords();
  const { figures, attention, troubles, failingWords, history, setup } = overview;
  const fetcher = useFetcher();
  const dismissing = fetcher.formData?.get('intent') === 'dismiss-setup';
  const importing = history !== null && history.state !== 'done';
  return (
    <Page title={t('title')}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Notice overview={overview} />
            {!setup.dismissed && !dismissing && (
              <SetupGuide setup={setup} places={places} onMark={(intent) => fetcher.submit({ intent }, { method: 'post' })} />
            )}
            {importing && <HistoryCard history={history} />}
            {figures.total > 0 ? (
              <>
                <Figures figures={figures} />
                <AttentionCard troubles={troubles} rows={attention} total={figures.attention} failingWords={failingWords} />
              </>
            ) : (
              !importing && (
                <Card>
                  <Empty icon={OrderIcon} title={t('empty.title')} text={t('empty.text')} />
                </Card>
              )
            )}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** One notice at most, the weightiest. */
function Notice({ overview: { access, failingMail, sending, stopped, waitingDataRequests } }: { overview: HomeOverview }) {
  const { t } = useHomeWords();
  const [stuck] = sending.stuck;
  if (access === 'needs_reopen') {
    return (
      <Banner tone="critical" title={t('reopen.title')}>
        <p>{t('reopen.text')}</p>
      </Banner>
    );
  }
  if (stopped > 0) {
    return (
      <Banner tone="critical" title={t('stopped.title', { count: stopped })} action={{ content: t('stopped.open'), url: '/app/returns/attention' }}>
        <p>{t('stopped.text')}</p>
      </Banner>
    );
  }
  if (stuck) return <StuckBanner stuck={stuck} />;
  if (failingMail.length > 0) {
    return (
      <Banner tone="critical" title={t('failingMail.title', { address: failingMail.join(', ') })} action={{ content: t('failingMail.mend'), url: '/app/settings/mailboxes' }}>
        <p>{t('failingMail.text')}</p>
      </Banner>
    );
  }
  if (waitingDataRequests > 0) {
    return (
      <Banner tone="warning" title={t('dataRequests.title', { count: waitingDataRequests })} action={{ content: t('dataRequests.open'), url: '/app/settings#data-requests' }}>
        <p>{t('dataRequests.text')}</p>
      </Banner>
    );
  }
  return sending.domain && <DomainBanner domain={sending.domain} />;
}

import { useFetcher } from '@remix-run/react';
import { BlockStack, InlineStack, Layout, Link, Page, Text } from '@shopify/polaris';
import { languageName } from '#app/kernel/locales.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { ProblemDetail } from '../index.server.ts';
import { Photo } from './photo.tsx';
import { ProblemBadge } from './problem-badge.tsx';
import { useProblemWords } from './words.ts';

/** One report with its photos; closing it can be taken back. */
export function ProblemPage({ problem }: { problem: ProblemDetail }) {
  const { t, name } = useProblemWords();
  const fetcher = useFetcher<{ turned: 'closed' | 'open' }>();
  const isOpen = problem.state === 'open';
  useAnswer(fetcher.data, ({ turned }) => showToast(t(turned === 'closed' ? 'detail.nowClosed' : 'detail.nowOpen')));
  return (
    <Page
      title={t('detail.heading', { problem: name('kind', problem.kind), order: problem.orderName })}
      titleMetadata={<ProblemBadge state={problem.state} />}
      backAction={{ content: t('detail.back'), url: '/app/problems' }}
      primaryAction={{
        content: t(isOpen ? 'detail.close' : 'detail.reopen'),
        loading: fetcher.state !== 'idle',
        onAction: () => fetcher.submit({ intent: isOpen ? 'close' : 'reopen' }, { method: 'post' }),
      }}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <TitledCard title={t('detail.words')} gap="300">
              {problem.words === '' ? (
                <Text as="p" tone="subdued">
                  {t('noWords')}
                </Text>
              ) : (
                <div lang={problem.locale} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {problem.words}
                </div>
              )}
            </TitledCard>
            {problem.photos.length > 0 && (
              <TitledCard title={t('detail.photos')} gap="300">
                <InlineStack gap="300">
                  {problem.photos.map((photo, at) => (
                    <Photo key={photo.id} problemId={problem.id} photo={photo} number={at + 1} count={problem.photos.length} />
                  ))}
                </InlineStack>
              </TitledCard>
            )}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <FactsCard problem={problem} />
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function FactsCard({ problem }: { problem: ProblemDetail }) {
  const { t, name } = useProblemWords();
  const { formats, locale } = useAdmin();
  const { parcel, lines } = problem;
  const items = lines.map(({ title, variantTitle, quantity }) => `${formats.number(quantity)} × ${[title, variantTitle].filter(Boolean).join(' · ')}`);
  const facts: [string, string | null][] = [
    [t('detail.wish'), problem.wish && name('wish', problem.wish)],
    [t('detail.lines'), items.length === 0 ? t('detail.wholeOrder') : items.join('\n')],
    [t('detail.parcel'), parcel && [parcel.carrier, parcel.number || t('detail.unnumbered')].filter(Boolean).join(' ')],
    [t('detail.language'), languageName(problem.locale, locale)],
    [t('detail.reported'), formats.moment(problem.createdAt)],
    [t('detail.closed'), problem.closedAt && formats.moment(problem.closedAt)],
  ];
  return (
    <TitledCard title={t('detail.facts')} gap="300">
      <Link url={`/app/orders/${problem.orderId}`}>{t('detail.order', { order: problem.orderName })}</Link>
      <Facts facts={facts} />
    </TitledCard>
  );
}

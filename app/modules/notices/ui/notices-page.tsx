import { useFetcher, useNavigate } from '@remix-run/react';
import { Badge, BlockStack, Button, Card, Divider, InlineStack, Page, Text } from '@shopify/polaris';
import { Fragment, type ReactNode } from 'react';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { WordedKind } from '../further/further-kinds.ts';
import type { NoticeSummary } from '../views.ts';
import { useNoticeWords } from './words.ts';

const groups: readonly { key: 'order' | 'parcel' | 'trouble' | 'returns' | 'after' | 'further'; kinds: readonly WordedKind[] }[] = [
  { key: 'order', kinds: ['order_confirmed', 'preparing'] },
  { key: 'parcel', kinds: ['shipped', 'in_transit', 'out_for_delivery', 'ready_for_pickup', 'delivered'] },
  { key: 'trouble', kinds: ['attempted', 'delay', 'exception', 'returning'] },
  { key: 'returns', kinds: ['return_approved', 'return_label', 'return_received', 'return_refunded', 'return_declined'] },
  { key: 'after', kinds: ['review'] },
  { key: 'further', kinds: ['problem_received', 'peak_announcement'] },
];

interface Props {
  notices: readonly NoticeSummary[];
  /** What became of all messages together, shown above the kinds. */
  overview?: ReactNode;
}

/** Every kind of notice, what became of it lately, and its switch. */
export function NoticesPage({ notices, overview }: Props) {
  const { t } = useNoticeWords();
  return (
    <Page title={t('title')} subtitle={t('intro')} secondaryActions={[{ content: t('messages'), url: '/app/messages' }, { content: t('effect'), url: '/app/effect' }]}>
      <BlockStack gap="400">
        {overview}
        {groups.map(({ key, kinds }) => (
          <Card key={key}>
            <BlockStack gap="400">
              <Text as="h2" variant="headingMd">
                {t(`group.${key}`)}
              </Text>
              {kinds.map((kind, at) => {
                const notice = notices.find((one) => one.kind === kind);
                return (
                  notice && (
                    <Fragment key={kind}>
                      {at > 0 && <Divider />}
                      <NoticeRow notice={notice} />
                    </Fragment>
                  )
                );
              })}
            </BlockStack>
          </Card>
        ))}
      </BlockStack>
    </Page>
  );
}

function NoticeRow({ notice: { kind, on, told, held, failed, ownLanguages, wordsFailed, ownRules } }: { notice: NoticeSummary }) {
  const { t } = useNoticeWords();
  const fetcher = useFetcher<{ kind: WordedKind; on: boolean } | { needs: 'link' }>();
  const navigate = useNavigate();
  const name = t(`kind.${kind}`);
  useAnswer(fetcher.data, (answer) => {
    if ('on' in answer) return showToast(t(answer.on ? 'switchedOn' : 'switchedOff', { kind: name }));
    showToast(t('needsLink'));
    navigate(`/app/notices/${kind}/rules`);
  });
  return (
    <InlineStack gap="400" align="space-between" blockAlign="center">
      <div style={{ flex: '1 1 280px', minWidth: 0 }}>
        <BlockStack gap="100">
          <InlineStack gap="200" align="start" blockAlign="center">
            <Text as="h3" variant="headingSm">
              {name}
            </Text>
            <Badge tone={on ? 'success' : undefined}>{t(on ? 'on' : 'off')}</Badge>
            {ownRules && <Badge>{t('ownRules')}</Badge>}
            {wordsFailed ? <Badge tone="critical">{t('wordsFailed')}</Badge> : ownLanguages.length > 0 && <Badge>{t('ownWords')}</Badge>}
          </InlineStack>
          <Text as="p" tone="subdued">
            {t(`about.${kind}`)}
          </Text>
          <Text as="p" variant="bodySm" tone={failed > 0 ? 'critical' : 'subdued'}>
            {told + held + failed === 0 ? t('noFigures') : t('figures', { told, held, failed })}
          </Text>
        </BlockStack>
      </div>
      <InlineStack gap="200">
        <Button url={`/app/notices/${kind}`} accessibilityLabel={t('previewLabel', { kind: name })}>
          {t('preview')}
        </Button>
        {kind === 'peak_announcement' ? (
          <Button url="/app/settings/peak" accessibilityLabel={t('planLabel', { kind: name })}>
            {t('plan')}
          </Button>
        ) : (
          <Button
            loading={fetcher.state !== 'idle'}
            accessibilityLabel={t(on ? 'switchOffLabel' : 'switchOnLabel', { kind: name })}
            onClick={() => fetcher.submit({ intent: 'switch', kind, on: String(!on) }, { method: 'post' })}
          >
            {t(on ? 'switchOff' : 'switchOn')}
          </Button>
        )}
      </InlineStack>
    </InlineStack>
  );
}

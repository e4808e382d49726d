import { Banner, BlockStack, InlineStack, Layout, Link, Page, Text } from '@shopify/polaris';
import { useState, type ReactNode } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { Act } from '../acts.ts';
import { waitsOn, type NextStep } from '../next-step.ts';
import { refundTarget } from '../processing/refund-target.ts';
import { dueWork, worksOn, type Work } from '../processing/works.ts';
import type { UnclearAct } from '../unclear-act.server.ts';
import type { ReturnView } from '../views.ts';
import { ActDialog } from './act-dialog.tsx';
import { InspectionsCard } from './processing/inspections-card.tsx';
import { NextBadge, ReturnBadge } from './return-badge.tsx';
import { ExchangeLines, ReturnLines } from './return-lines.tsx';
import { WayBack } from './way-back.tsx';
import { useReturnWords } from './words.ts';

/** What is done next where all is well; everything else stands aside. */
const dueActs: Partial<Record<NextStep, Act>> = { decide: 'approve', close: 'close' };

interface Props {
  view: ReturnView;
  /** What may be done to it now. */
  acts: readonly Act[];
  /** False where the reader may only look. */
  mayAct?: boolean;
  /** What was tried and nobody knows the outcome of. */
  unclear?: UnclearAct | null;
  /** Names whatever is done from this page as it was shown, so that a second click is no second act. */
  actKey: string;
  story: ReactNode;
  /** Cards of other rooms: about the work on this return, and about whoever sends it back. */
  main?: ReactNode;
  /** What stands before everything else, where anything has to. */
  notice?: ReactNode;
  aside?: ReactNode;
}

/** One return: what comes back and why, how it comes, its story (which another room shows), and whose turn it is. */
export function ReturnPage({ view, acts, mayAct = true, unclear = null, actKey, story, main, notice, aside }: Props) {
  const { t, name } = useReturnWords();
  const { formats } = useAdmin();
  const [asked, ask] = useState<Act | null>(null);
  const due = acts.find((act) => act === dueActs[view.next]);
  const others = acts.filter((act) => act !== due);
  // Whoever may close it may work on it: both need the same grant and an open return.
  const works = acts.includes('close') ? worksOn(view) : [];
  const next = works.find((work) => work === dueWork[view.next]);
  const link = (work: Work) => ({ content: t(work === 'refund' && view.exchangeLines.length > 0 ? 'refund.buttonExchange' : `${work}.button`), url: `/app/returns/${view.id}/${work}` });
  const button = (act: Act) => ({ content: t(`acts.${act}.button`), destructive: act === 'cancel', disabled: !mayAct, onAction: () => ask(act) });
  return (
    <Page
      title={view.name}
      subtitle={t('detail.subtitle', { at: formats.moment(view.createdAt) })}
      titleMetadata={<ReturnBadge status={view.status} />}
      backAction={{ content: t('detail.back'), url: '/app/returns' }}
      primaryAction={next ? link(next) : due && button(due)}
      secondaryActions={[...works.filter((work) => work !== next).map(link), ...others.map(button), { content: t('detail.openInShopify'), url: `shopify:admin/orders/${view.orderId}` }]}
    >
      {asked && <ActDialog act={asked} name={view.name} actKey={actKey} onClose={() => ask(null)} />}
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {!mayAct && acts.length > 0 && (
              <Banner tone="info">
                <p>{t('answer.forbidden')}</p>
              </Banner>
            )}
            {unclear && (
              <Banner tone="warning" title={t('detail.unclear', { act: t(`acts.${unclear.act}.button`), at: formats.moment(unclear.at) })}>
                <p>{t('answer.unclear')}</p>
              </Banner>
            )}
            {notice}
            {view.leftToPeople && view.status === 'open' && (
              <Banner tone="warning" title={t('left.title')}>
                <p>{name('left', view.leftToPeople.why)}</p>
              </Banner>
            )}
            <TitledCard title={t('lines.title')}>
              <ReturnLines lines={view.lines} />
            </TitledCard>
            {view.exchangeLines.length > 0 && (
              <TitledCard title={t('exchangeLines.title')}>
                <ExchangeLines lines={view.exchangeLines} />
              </TitledCard>
            )}
            {isOnItsWay(view) && (
              <TitledCard title={t('way.title')}>
                <WayBack view={view} />
              </TitledCard>
            )}
            <InspectionsCard inspections={view.inspections} />
            {main}
            {story}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <NextCard view={view} />
            {aside}
            <FactsCard view={view} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** True where something comes back, or came: a request that waits or was refused has no way back. */
function isOnItsWay({ status, deliveries, received }: ReturnView): boolean {
  return status === 'open' || status === 'closed' || deliveries.length > 0 || received.length > 0;
}

function NextCard({ view: { next, waitsSince, receivedAt } }: { view: ReturnView }) {
  const { t } = useReturnWords();
  const { formats } = useAdmin();
  const target = refundTarget({ receivedAt, next });
  return (
    <TitledCard title={t('detail.next')}>
      <BlockStack gap="200">
        {next !== 'done' && (
          <InlineStack>
            <NextBadge next={next} />
          </InlineStack>
        )}
        <Text as="p">{t(`waits.${waitsOn(next)}`)}</Text>
        <Text as="p" tone="subdued">
          {t('detail.since', { at: formats.moment(waitsSince) })}
        </Text>
        {target && <Text as="p">{t(formats.isPast(target.dueAt) ? 'target.late' : 'target.due', { at: formats.moment(target.dueAt) })}</Text>}
      </BlockStack>
    </TitledCard>
  );
}

function FactsCard({ view }: { view: ReturnView }) {
  const { t, name } = useReturnWords();
  const { formats } = useAdmin();
  const { decline, shippingFee, refunds } = view;
  const facts: [string, string | null][] = [
    [t('detail.declined'), decline && [name('declineReason', decline.reason), decline.note].filter(Boolean).join('\n')],
    [t('detail.shippingFee'), shippingFee && formats.money(shippingFee.shop)],
    [t('detail.refunds'), refunds.map(({ amount, createdAt }) => `${formats.money(amount.shop)} · ${formats.moment(createdAt)}`).join('\n') || null],
  ];
  return (
    <TitledCard title={t('detail.facts')}>
      <Link url={`/app/orders/${view.orderId}`}>{t('detail.order', { order: view.orderName })}</Link>
      <Facts facts={facts} />
      {view.imported && (
        <Text as="p" tone="subdued">
          {t('detail.imported')}
        </Text>
      )}
    </TitledCard>
  );
}

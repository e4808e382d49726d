import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Layout, Link, Page, Text } from '@shopify/polaris';
import { languageName } from '#app/kernel/locales.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { MessageDetail } from '../index.server.ts';
import type { HeldBy } from '../message.ts';
import { AfterCard } from './after-card.tsx';
import { MessagePreview } from './message-preview.tsx';
import { WriteAgain } from './reach-card.tsx';
import { MessageBadge } from './message-badge.tsx';
import { useMessageWords } from './words.ts';

/** One message as its reader saw it, and what became of it. */
export function MessagePage({ message }: { message: MessageDetail }) {
  const { t, name } = useMessageWords();
  const { formats, locale } = useAdmin();
  const facts: [string, string | null][] = [
    [t('detail.to'), `${message.recipient} (${name('channel', message.channel)})`],
    [t('detail.why'), message.reason],
    [t('detail.language'), languageName(message.locale, locale)],
    [t('detail.created'), formats.moment(message.createdAt)],
    [t('detail.sendAfter'), message.state === 'queued' ? formats.moment(message.sendAfter) : null],
    [t('detail.expires'), message.expiresAt && message.state !== 'sent' ? formats.moment(message.expiresAt) : null],
    [t('detail.sent'), message.sentAt && formats.moment(message.sentAt)],
    [t('detail.delivered'), message.deliveredAt && formats.moment(message.deliveredAt)],
    [t('detail.opened'), message.openedAt && formats.moment(message.openedAt)],
    [t('detail.bounced'), message.bouncedAt && formats.moment(message.bouncedAt)],
    [t('detail.complained'), message.complainedAt && formats.moment(message.complainedAt)],
    [t('detail.state'), t('detail.attempts', { count: message.attempts })],
    [t('detail.held'), message.held && name('held', message.held)],
    [t(message.held ? 'detail.details' : 'detail.answer'), saysMore(message) ? message.outcome : null],
  ];
  return (
    <Page
      title={message.subject ?? name('channel', message.channel)}
      titleMetadata={<MessageBadge state={message.state} />}
      backAction={{ content: t('detail.back'), url: '/app/messages' }}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Standing message={message} />
            <MessagePreview message={message} />
            {message.after && <AfterCard after={message.after} />}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <TitledCard title={t('detail.facts')} gap="300">
            <Facts facts={facts} />
            {message.orderId && <Link url={`/app/orders/${message.orderId}`}>{t('detail.order')}</Link>}
          </TitledCard>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

const saidByItsName: ReadonlySet<string> = new Set<HeldBy>(['suppressed', 'opted_out', 'test_order', 'cancelled_order', 'imported_order', 'window']);

/** Whether what is noted beside a rule adds to the rule's own name. */
function saysMore({ held }: MessageDetail): boolean {
  return held === null || !saidByItsName.has(held);
}

/** What a person has to look at: a message whose fate nobody knows, an address that does not take any. */
function Standing({ message }: { message: MessageDetail }) {
  const { t, name } = useMessageWords();
  const fetcher = useFetcher<{ done: 'queued' }>();
  useAnswer(fetcher.data, () => showToast(t('again.queued')));
  const mayGoAgain = ['unknown', 'failed'].includes(message.state) && !message.secret && message.recipient !== '';
  return (
    <>
      {message.suppressed && (
        <Banner tone="critical" title={name('suppressed', message.suppressed)}>
          <BlockStack gap="200" inlineAlign="start">
            <Text as="p">{t('reach.text')}</Text>
            <WriteAgain messageId={message.id} />
          </BlockStack>
        </Banner>
      )}
      {mayGoAgain && !message.suppressed && (
        <Banner
          tone="warning"
          title={t(message.state === 'unknown' ? 'again.unknown' : 'again.failed')}
          action={{ content: t('again.send'), loading: fetcher.state !== 'idle', onAction: () => fetcher.submit({ intent: 'send-again' }, { method: 'post' }) }}
        >
          <Text as="p">{t(message.state === 'unknown' ? 'again.unknownText' : 'again.failedText')}</Text>
        </Banner>
      )}
    </>
  );
}

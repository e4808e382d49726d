import { BlockStack, Box, Card, Layout, Link, Page, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { MessageDetail } from '../index.server.ts';
import { MessageBadge } from './message-badge.tsx';
import { useMessageWords } from './words.ts';

/** One message as its reader saw it, and what became of it. */
export function MessagePage({ message }: { message: MessageDetail }) {
  const { t, name } = useMessageWords();
  const { formats, locale } = useAdmin();
  const facts: [string, string | null][] = [
    [t('detail.to'), `${message.recipient} (${name('channel', message.channel)})`],
    [t('detail.why'), message.reason],
    [t('detail.language'), new Intl.DisplayNames(locale, { type: 'language' }).of(message.locale) ?? message.locale],
    [t('detail.created'), formats.moment(message.createdAt)],
    [t('detail.sendAfter'), message.state === 'queued' ? formats.moment(message.sendAfter) : null],
    [t('detail.expires'), message.expiresAt && message.state !== 'sent' ? formats.moment(message.expiresAt) : null],
    [t('detail.sent'), message.sentAt && formats.moment(message.sentAt)],
    [t('detail.state'), t('detail.attempts', { count: message.attempts })],
    [t('detail.held'), message.held && name('held', message.held)],
    [t(message.held ? 'detail.details' : 'detail.answer'), message.outcome],
  ];
  return (
    <Page
      title={message.subject ?? t('noSubject')}
      titleMetadata={<MessageBadge state={message.state} />}
      backAction={{ content: t('detail.back'), url: '/app/messages' }}
    >
      <Layout>
        <Layout.Section>
          <Card>
            <BlockStack gap="300">
              <Text as="h2" variant="headingMd">
                {t('detail.preview')}
              </Text>
              <Preview message={message} />
            </BlockStack>
          </Card>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <Card>
            <BlockStack gap="300">
              <Text as="h2" variant="headingMd">
                {t('detail.facts')}
              </Text>
              {facts.map(
                ([label, value]) =>
                  value && (
                    <BlockStack key={label}>
                      <Text as="span" variant="bodySm" tone="subdued">
                        {label}
                      </Text>
                      <Text as="span" breakWord>
                        {value}
                      </Text>
                    </BlockStack>
                  ),
              )}
              {message.orderId && <Link url={`/app/orders/${message.orderId}`}>{t('detail.order')}</Link>}
            </BlockStack>
          </Card>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

/** Foreign markup runs nothing, loads nothing of ours and leads nowhere: an empty sandbox. */
function Preview({ message }: { message: MessageDetail }) {
  const { t } = useMessageWords();
  if (message.secret) return <Text as="p" tone="subdued">{t('detail.secret')}</Text>;
  if (message.html !== null) {
    return <iframe title={t('detail.frame')} sandbox="" srcDoc={message.html} style={{ border: 0, width: '100%', height: '60vh', background: '#fff' }} />;
  }
  return (
    <Box>
      <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{message.text}</div>
    </Box>
  );
}

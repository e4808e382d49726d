import { BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { CameAfter } from '../index.server.ts';
import { useMessageWords } from './words.ts';

/** What happened after a message left: whether it helped, and what it did not spare. */
export function AfterCard({ after }: { after: readonly CameAfter[] }) {
  const { t, name } = useMessageWords();
  const { formats } = useAdmin();
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('after.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t(after.length === 0 ? 'after.nothing' : 'after.text')}
          </Text>
        </BlockStack>
        {after.map(({ what, at, messageId }) => (
          <InlineStack key={`${what} ${at.toISOString()} ${messageId}`} align="space-between" gap="200">
            {messageId ? <Link url={`/app/messages/${messageId}`}>{name('after', what)}</Link> : <Text as="span">{name('after', what)}</Text>}
            <Text as="span" tone="subdued">
              {formats.shortMoment(at)}
            </Text>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}

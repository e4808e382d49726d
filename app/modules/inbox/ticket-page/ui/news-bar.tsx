import { Banner, Button, InlineStack } from '@shopify/polaris';
import type { useSeen } from './use-seen.ts';
import { useTicketWords } from './words.ts';

/** Tells somebody who writes that more was said meanwhile, and takes them there. */
export function NewsBar({ seen, isWriting }: { seen: ReturnType<typeof useSeen>; isWriting: boolean }) {
  const { t } = useTicketWords();
  const first = seen.news[0];
  if (!isWriting || !first) return null;
  return (
    <Banner tone="warning">
      <InlineStack gap="200" blockAlign="center">
        <span>{t(first.direction === 'in' ? 'news.customer' : 'news.colleague', { name: first.authorName || (first.from ?? '') })}</span>
        <Button
          variant="plain"
          onClick={() => {
            document.getElementById(`message-${first.id}`)?.scrollIntoView({ block: 'start' });
            seen.catchUp();
          }}
        >
          {t('news.read')}
        </Button>
      </InlineStack>
    </Banner>
  );
}

import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import styles from './composer.module.css';
import type { useSending, Wish } from './use-sending.ts';
import { useTicketWords } from './words.ts';

interface Props {
  sending: ReturnType<typeof useSending>;
  /** What was said has been read. */
  onGoOn(): void;
  /** Sends although more was said, all of which was shown, as it was to leave. */
  onAnyway(upTo: string, wish: Wish): void;
}

/** Why what was written has not left: something new was said, something is wrong with it, or nobody knows. */
export function StoppedBanner({ sending: { stopped, calm, busy }, onGoOn, onAnyway }: Props) {
  const { t, name } = useTicketWords();
  const { formats } = useAdmin();
  if (!stopped) return null;
  if (stopped.is !== 'collision') {
    return (
      <Banner tone="critical" onDismiss={calm}>
        <p>{stopped.is === 'unanswered' ? t('stopped.unanswered') : name('refused', stopped.why)}</p>
      </Banner>
    );
  }
  return (
    <Banner tone="warning" title={t('stopped.collision')} onDismiss={calm}>
      <BlockStack gap="200">
        <ul className={styles['news']}>
          {stopped.news.map(({ id, authorName, text, at }) => (
            <li key={id}>
              <Text as="span" fontWeight="semibold">
                {authorName || t('message.unknown')}
              </Text>{' '}
              · {formats.time(new Date(at))}
              <br />
              {text}
            </li>
          ))}
        </ul>
        <InlineStack gap="200">
          <Button onClick={() => (onGoOn(), calm())}>{t('stopped.goOn')}</Button>
          <Button variant="plain" loading={busy} onClick={() => onAnyway(stopped.upTo, stopped.wish)}>
            {t('stopped.anyway')}
          </Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}

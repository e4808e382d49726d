import { Banner, BlockStack, Button, InlineStack } from '@shopify/polaris';
import styles from './composer.module.css';
import type { Elsewhere } from './use-writing.ts';
import { useTicketWords } from './words.ts';

interface Props {
  elsewhere: Elsewhere;
  onChoose(taken: 'elsewhere' | 'here'): void;
}

/** What its writer wrote in another window, beside what stands in this one: one of the two is kept. */
export function TwiceBanner({ elsewhere, onChoose }: Props) {
  const { t } = useTicketWords();
  return (
    <div role="alert">
      <Banner tone="warning" title={t('twice.title')}>
        <BlockStack gap="200">
          <blockquote className={styles['elsewhere']} dir="auto" tabIndex={0} aria-label={t('twice.other')}>
            {elsewhere.text}
          </blockquote>
          <InlineStack gap="200">
            <Button onClick={() => onChoose('here')}>{t('twice.keep')}</Button>
            <Button variant="plain" onClick={() => onChoose('elsewhere')}>
              {t('twice.take')}
            </Button>
          </InlineStack>
        </BlockStack>
      </Banner>
    </div>
  );
}

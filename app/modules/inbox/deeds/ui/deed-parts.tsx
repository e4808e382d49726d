import { Banner, BlockStack, Box, Checkbox, Text } from '@shopify/polaris';
import type { BesideOrder, BesideView } from '../../beside/beside-view.ts';
import type { DeedAnswer } from '../deed-answer.ts';
import { useDeedWords } from './words.ts';

/** What an order's deeds are done to, and what is to be known of whoever asks for them. */
export interface DeedOf {
  ticketId: number;
  order: Pick<BesideOrder, 'id' | 'name' | 'standing' | 'total'>;
  verified: BesideView['verified'];
}

/** What is to be thought of first: whose order it is, and whether it is surely them; whoever speaks under another's name asks for money, or for goods to go elsewhere. */
export function Warnings({ order, verified }: Pick<DeedOf, 'order' | 'verified'>) {
  const { t } = useDeedWords();
  const found = [order.standing === 'theirs' ? null : order.standing, verified === 'yes' ? null : verified].filter((one) => one !== null);
  if (found.length === 0) return null;
  return (
    <Banner tone="warning">
      {found.map((one) => (
        <p key={one}>{t(`warned.${one}`)}</p>
      ))}
    </Banner>
  );
}

/** What came of a click that was not done. */
export function Answer({ answer }: { answer: DeedAnswer | null }) {
  const { t } = useDeedWords();
  if (!answer || answer.is === 'done') return null;
  const words = answer.is === 'refused' ? (answer.message ? t('answer.refused', { message: answer.message }) : t('answer.refusedPlain')) : t(`answer.${answer.is}`);
  return (
    <Banner tone={answer.is === 'running' ? 'info' : 'critical'}>
      <p>{words}</p>
    </Banner>
  );
}

interface SentenceProps {
  sentence: string | null;
  /** Whether it goes into the reply; null where no reply is being written. */
  inserts: boolean | null;
  onInserts(inserts: boolean): void;
}

/** What may be said of it to the customer, in their language. */
export function Sentence({ sentence, inserts, onInserts }: SentenceProps) {
  const { t } = useDeedWords();
  if (!sentence) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('sentence.title')}
      </Text>
      <Box background="bg-surface-secondary" padding="300" borderRadius="200">
        <Text as="p" breakWord>
          {sentence}
        </Text>
      </Box>
      {inserts !== null && <Checkbox label={t('sentence.insert')} checked={inserts} onChange={onInserts} />}
    </BlockStack>
  );
}

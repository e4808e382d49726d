import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { WorkAnswerBanner } from '../../ui/processing/work-answer.tsx';
import type { ExchangeCardView } from '../card/exchange-card.server.ts';
import type { ReplacementAnswer } from '../replacement/approve-replacement.server.ts';
import type { ReplacementStep } from '../replacement/replacement-of.server.ts';
import { useExchangeWords } from './words.ts';

interface Props {
  view: Pick<ExchangeCardView, 'currency' | 'returnId'>;
  step: ReplacementStep;
  actKey: string;
}

/** The next step of a warranty case: the same goods for nothing, approved and then sent by a person. */
export function Replacement({ view: { returnId, currency }, step, actKey }: Props) {
  const { t } = useExchangeWords();
  const fetcher = useFetcher<ReplacementAnswer>();
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  return (
    <BlockStack gap="200">
      <Text as="p">{t(`replacement.${step}Text`)}</Text>
      {answer?.is === 'sold_out' && (
        <Banner tone="critical">
          <p>{t('replacement.soldOut')}</p>
        </Banner>
      )}
      {answer && answer.is !== 'sold_out' && <WorkAnswerBanner answer={answer} currency={currency} />}
      <InlineStack>
        <Button loading={fetcher.state !== 'idle'} onClick={() => fetcher.submit({ step, key: actKey }, { method: 'post', action: `/app/returns/${returnId}/replacement` })}>
          {t(`replacement.${step}`)}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

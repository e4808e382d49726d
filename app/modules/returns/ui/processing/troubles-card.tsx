import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Button, ButtonGroup, Divider, InlineStack, Link, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { TroubleAnswer } from '../../processing/decide-trouble.server.ts';
import type { TroubleView } from '../../processing/troubles.server.ts';
import { useReturnWords } from '../words.ts';

/** What was begun at Shopify and waits for a person: what happened, and what can be done. Nothing where nothing waits. */
export function TroublesCard({ troubles }: { troubles: readonly TroubleView[] }) {
  const { t } = useReturnWords();
  if (troubles.length === 0) return null;
  return (
    <TitledCard title={t('trouble.title')} text={t('trouble.text')}>
      {troubles.map((trouble, at) => (
        <BlockStack key={trouble.id} gap="400">
          {at > 0 && <Divider />}
          <Trouble trouble={trouble} />
        </BlockStack>
      ))}
    </TitledCard>
  );
}

function Trouble({ trouble: { id, kind, orderId, orderName, problem, detail, since, decisions, amounts } }: { trouble: TroubleView }) {
  const { t, name } = useReturnWords();
  const { formats } = useAdmin();
  const fetcher = useFetcher<TroubleAnswer>();
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  useAnswer(fetcher.data, ({ is }) => {
    if (is === 'done' || is === 'dropped') showToast(t(`trouble.answer.${is}`));
  });
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {name('chain', kind)}
        </Text>
        <Link url={`/app/orders/${orderId}`}>{t('detail.order', { order: orderName })}</Link>
      </InlineStack>
      <Text as="p">
        {t(`trouble.problem.${problem}`)}
        {amounts.length > 0 && ` ${t('trouble.amount', { amount: amounts.map((amount) => formats.money(amount)).join(' + ') })}`}
      </Text>
      {detail && (
        <Text as="p" tone="subdued" breakWord>
          {t('trouble.said', { words: detail })}
        </Text>
      )}
      <Text as="p" tone="subdued">
        {t('detail.since', { at: formats.moment(since) })}
      </Text>
      {answer && answer.is !== 'done' && answer.is !== 'dropped' && (
        <Banner tone={answer.is === 'forbidden' || answer.is === 'invalid' ? 'critical' : 'info'}>
          <p>{t(`trouble.answer.${answer.is}`)}</p>
        </Banner>
      )}
      <BlockStack gap="100">
        {decisions.map((decision) => (
          <Text key={decision} as="p" tone="subdued">
            {t(`trouble.help.${decision}`)}
          </Text>
        ))}
      </BlockStack>
      <ButtonGroup>
        {decisions.map((decision) => (
          <Button
            key={decision}
            variant={decision === 'again' ? 'primary' : 'secondary'}
            tone={decision === 'drop' ? 'critical' : undefined}
            loading={fetcher.state !== 'idle' && fetcher.formData?.get('decision') === decision}
            disabled={fetcher.state !== 'idle'}
            onClick={() => fetcher.submit({ chain: id, decision }, { method: 'post', action: '/app/returns/attention' })}
          >
            {t(`trouble.decision.${decision}`)}
          </Button>
        ))}
      </ButtonGroup>
    </BlockStack>
  );
}

import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, Card, Form, FormLayout, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import { useSettingsWords } from './words.ts';

/** The address it goes to, what was wrong with it, or how many seconds to wait. */
export type TestMessageResult = { queuedTo: string } | { invalid: 'email' } | { retryAfter: number };

/** Sends the merchant a message down the road of their customers'. */
export function TestMessageCard({ to: usual }: { to: string | null }) {
  const { t, name } = useSettingsWords();
  const { locale } = useAdmin();
  const fetcher = useFetcher<TestMessageResult>();
  const [to, setTo] = useState(usual ?? '');
  const result = fetcher.data;
  const sending = fetcher.state !== 'idle';

  useAnswer(result, (answer) => {
    if ('queuedTo' in answer) showToast(t('test.queued', { to: answer.queuedTo }));
  });

  const problem = sending || !result || 'queuedTo' in result ? undefined : 'invalid' in result ? name('errors', result.invalid) : t('test.tooSoon', { count: result.retryAfter });
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('test.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('test.text')}
          </Text>
        </BlockStack>
        <Form noValidate onSubmit={() => fetcher.submit({ intent: 'test-message', to, locale }, { method: 'post' })}>
          <FormLayout>
            <TextField label={t('test.to')} type="email" autoComplete="email" value={to} onChange={setTo} error={problem} />
            <Button submit loading={sending}>
              {t('test.send')}
            </Button>
          </FormLayout>
        </Form>
      </BlockStack>
    </Card>
  );
}

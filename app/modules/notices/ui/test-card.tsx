import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, Card, Form, FormLayout, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { WordChannel } from '#app/modules/own-words/index.pure.ts';
import type { NoticePreview } from '../views.ts';
import { useNoticeWords } from './words.ts';

/** Where the test went, or why it did not. */
export type TestNoticeResult = { queuedTo: string } | { refused: 'invalid' | 'invalidPhone' | 'tooSoon' };

/** Sends the shown notice to the merchant. */
export function TestCard({ notice, way, to: usual }: { notice: NoticePreview; way: WordChannel; to: string | null }) {
  const { t } = useNoticeWords();
  const fetcher = useFetcher<TestNoticeResult>();
  const [to, setTo] = useState(usual ?? '');
  const sending = fetcher.state !== 'idle';
  const refused = !sending && fetcher.data && 'refused' in fetcher.data ? t(`detail.${fetcher.data.refused}`) : undefined;
  useAnswer(fetcher.data, (answer) => {
    if ('queuedTo' in answer) showToast(t('detail.queued', { to: answer.queuedTo }));
  });
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('detail.test')}
          </Text>
          <Text as="p" tone="subdued">
            {t(way === 'sms' ? 'sms.testText' : 'detail.testText')}
          </Text>
        </BlockStack>
        <Form noValidate onSubmit={() => fetcher.submit({ intent: 'test', way, to, language: notice.locale, order: notice.order ?? '', situation: notice.situation ?? '' }, { method: 'post' })}>
          <FormLayout>
            <TextField label={t(way === 'sms' ? 'sms.to' : 'detail.to')} type={way === 'sms' ? 'tel' : 'email'} autoComplete={way === 'sms' ? 'tel' : 'email'} value={to} onChange={setTo} error={refused} />
            <Button submit loading={sending}>
              {t('detail.send')}
            </Button>
          </FormLayout>
        </Form>
      </BlockStack>
    </Card>
  );
}

import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Box, Modal, Select, SkeletonBodyText, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer, useLatest } from '#app/ui/use-answer.ts';
import type { LeftOut } from '../telling/tell-customers.server.ts';
import type { MailSample, TellingPreview } from '../telling/preview-telling.server.ts';
import { chosenFields, type Chosen } from './chosen.ts';
import { useParcelWords } from './words.ts';

export type TellAnswer = { told: number; left: LeftOut } | { tooMany: number };

interface Props {
  chosen: Chosen;
  onClose(): void;
  onDone(): void;
}

/** Shows what would be written to whom, and sends it once somebody has seen it. */
export function MessageDialog({ chosen, onClose, onDone }: Props) {
  const { t } = useParcelWords();
  const preview = useFetcher<TellingPreview>();
  const sending = useFetcher<TellAnswer>();
  const ask = useLatest(() => preview.submit({ intent: 'preview-message', ...chosenFields(chosen) }, { method: 'post' }));
  useEffect(() => ask.current(), [ask]);
  useAnswer(sending.data, (answer) => {
    if (!('told' in answer)) return;
    showToast(answer.told === 0 ? t('message.sentNone') : t('message.sent', { count: answer.told }));
    onDone();
  });
  const shown = preview.data;
  const count = shown && 'count' in shown ? shown.count : 0;
  return (
    <Modal
      open
      onClose={onClose}
      title={t('message.title')}
      primaryAction={
        count === 0
          ? undefined
          : { content: t('message.send', { count }), loading: sending.state !== 'idle', onAction: () => sending.submit({ intent: 'message', ...chosenFields(chosen) }, { method: 'post' }) }
      }
      secondaryActions={[{ content: t('dialog.cancel'), onAction: onClose }]}
    >
      <Modal.Section>
        {shown === undefined ? (
          <div role="status" aria-label={t('message.loading')}>
            <SkeletonBodyText lines={6} />
          </div>
        ) : 'tooMany' in shown ? (
          <Banner tone="warning">
            <p>{t('message.tooMany', { count: shown.tooMany })}</p>
          </Banner>
        ) : (
          <BlockStack gap="400">
            <Text as="p">{shown.count === 0 ? t('message.nobody') : t('message.ready', { count: shown.count })}</Text>
            <LeftOutLines left={shown.left} />
            {shown.samples.length > 0 && <Samples samples={shown.samples} />}
          </BlockStack>
        )}
      </Modal.Section>
    </Modal>
  );
}

function LeftOutLines({ left }: { left: LeftOut }) {
  const { t } = useParcelWords();
  const lines = (['noAddress', 'toldBefore', 'nothingToTell'] as const).filter((why) => left[why] > 0);
  if (lines.length === 0) return null;
  return (
    <BlockStack gap="100">
      {lines.map((why) => (
        <Text key={why} as="p" tone="subdued">
          {t(`message.${why}`, { count: left[why] })}
        </Text>
      ))}
    </BlockStack>
  );
}

function Samples({ samples }: { samples: readonly MailSample[] }) {
  const { t, name } = useParcelWords();
  const { locale } = useAdmin();
  const [at, setAt] = useState(0);
  const sample = samples[at] ?? samples[0];
  if (!sample) return null;
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  return (
    <BlockStack gap="300">
      <Select
        label={t('message.preview')}
        options={samples.map(({ news, locale: language, count }, index) => ({ value: String(index), label: t('message.sample', { news: name('news', news), language: languages.of(language) ?? language, count }) }))}
        value={String(at)}
        onChange={(value) => setAt(Number(value))}
      />
      <Box background="bg-surface-secondary" padding="300" borderRadius="200">
        <div lang={sample.locale} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          <Text as="p" fontWeight="semibold">
            {sample.subject}
          </Text>
          <Box paddingBlockStart="200">{sample.text}</Box>
        </div>
      </Box>
    </BlockStack>
  );
}

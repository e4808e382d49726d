import { BlockStack, Box, Checkbox, Select, Text } from '@shopify/polaris';
import { SettingPage } from '#app/ui/setting-page.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { useSettingForm } from '#app/ui/use-setting-form.ts';
import { undoChoices, type ReplySettings } from '../reply-setting.ts';
import { useReplyWords } from './words.ts';

interface Props {
  replies: { value: ReplySettings; version: number };
  /** What an acknowledgement would say at this moment. */
  sample: string;
}

const same = { intent: 'save-replies', toDraft: (value: ReplySettings) => value, toValue: (value: ReplySettings) => value };

/** How answers leave: how long they can be taken back, and whether messages that come in are acknowledged. */
export function RepliesPage({ replies, sample }: Props) {
  const { t } = useReplyWords();
  const form = useSettingForm(replies, same);
  const { value, change } = form.draft;
  return (
    <SettingPage title={t('title')} intro={t('intro')} forms={[form]}>
      <TitledCard title={t('undo')} text={t('undoText')}>
        <Select
          label={t('undoLabel')}
          options={undoChoices.map((count) => ({ value: String(count), label: count === 0 ? t('atOnce') : t('seconds', { count }) }))}
          value={String(value.undoSeconds)}
          onChange={(chosen) => change({ undoSeconds: undoChoices.find((count) => String(count) === chosen) ?? value.undoSeconds })}
          error={form.errorOf('undoSeconds')}
        />
      </TitledCard>
      <TitledCard title={t('receipt')} text={t('receiptText')}>
        <BlockStack gap="400">
          <Checkbox label={t('receiptLabel')} checked={value.acknowledges} onChange={(acknowledges) => change({ acknowledges })} />
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {t('sample')}
            </Text>
            <Box padding="300" background="bg-surface-secondary" borderRadius="200">
              <div style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{sample}</div>
            </Box>
          </BlockStack>
        </BlockStack>
      </TitledCard>
    </SettingPage>
  );
}

import { useFetcher } from '@remix-run/react';
import { Badge, Button, InlineStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { WordChannel } from '#app/modules/own-words/index.pure.ts';
import type { NoticeEditing } from '../views.ts';
import { useNoticeWords } from './words.ts';
import type { WordsAnswer } from './words-card.tsx';

/** What was written before, to be looked at and taken back. */
export function VersionsCard({ editing: all, way, language }: { editing: NoticeEditing; way: WordChannel; language: string }) {
  const { t } = useNoticeWords();
  const { formats } = useAdmin();
  const fetcher = useFetcher<WordsAnswer>();
  const editing = all[way] ?? all.email;
  useAnswer(fetcher.data, (answer) => {
    if ('saved' in answer) showToast(t('editor.restored'));
  });
  const refused = fetcher.state === 'idle' && fetcher.data && !('saved' in fetcher.data);
  if (editing.versions.length === 0) return null;
  return (
    <TitledCard title={t('editor.versions')} gap="300">
      {refused && (
        <Text as="p" tone="critical">
          {t('editor.conflict')}
        </Text>
      )}
      {editing.versions.map(({ version, words, madeAt }) => (
        <InlineStack key={version} gap="200" align="space-between" blockAlign="center">
          <div style={{ flex: '1 1 140px', minWidth: 0, overflowWrap: 'anywhere' }}>
            <Text as="p">{words ? t('editor.versionOwn', { version, subject: 'subject' in words ? words.subject : words.text }) : t('editor.versionApp', { version })}</Text>
            <Text as="p" tone="subdued" variant="bodySm">
              {formats.moment(madeAt)}
            </Text>
          </div>
          {version === editing.version ? (
            <Badge>{t('editor.current')}</Badge>
          ) : (
            <Button
              loading={fetcher.state !== 'idle'}
              accessibilityLabel={t('editor.restoreLabel', { version })}
              onClick={() => fetcher.submit({ intent: words ? 'save-words' : 'drop-words', language, way, version: editing.version, ...words }, { method: 'post' })}
            >
              {t('editor.restore')}
            </Button>
          )}
        </InlineStack>
      ))}
    </TitledCard>
  );
}

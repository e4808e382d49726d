import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer, useLatest } from '#app/ui/use-answer.ts';
import type { WordProblem } from '#app/modules/own-words/index.server.ts';
import type { WordChannel } from '#app/modules/own-words/index.pure.ts';
import type { NoticeEditing, NoticePreview, ShownNotice } from '../views.ts';
import { WordFields, type Draft } from './word-fields.tsx';
import { useNoticeWords } from './words.ts';

export type WordsAnswer = { saved: number } | { problems: WordProblem[] } | { conflict: true } | { shown: ShownNotice };

interface Props {
  notice: NoticePreview;
  editing: NoticeEditing;
  way: WordChannel;
  /** What the preview shows of words that are not saved; null: what is saved. */
  onShown(shown: ShownNotice | null): void;
}

/** A merchant's own words for one kind, way and language; the preview follows a moment after the last key. */
export function WordsCard({ notice, editing, way, onShown }: Props) {
  const { t } = useNoticeWords();
  const { formats } = useAdmin();
  const fetcher = useFetcher<WordsAnswer>();
  const { version, own, starting, versions } = editing[way] ?? editing.email;
  const [draft, setDraft] = useState<Draft | null>(own);
  const dirty = JSON.stringify(draft) !== JSON.stringify(own);
  const about = { language: notice.locale, order: notice.order ?? '', situation: notice.situation ?? '', way, version };
  const live = useLiveWords(dirty ? draft : null, about, onShown);
  const busy = fetcher.state !== 'idle';
  const answer = busy ? undefined : fetcher.data;
  const problems = live ?? (answer && 'problems' in answer ? answer.problems : []);
  const failed = own ? versions[0] : undefined;
  useAnswer(fetcher.data, (latest) => {
    if (!('saved' in latest)) return;
    onShown(null);
    showToast(t(draft ? 'editor.saved' : 'editor.savedApp'));
  });
  const discard = () => {
    setDraft(own);
    onShown(null);
  };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('editor.title')}
          </Text>
          <Text as="p">{own ? t('editor.usesOwn', { version }) : t('editor.usesApp')}</Text>
        </BlockStack>
        {failed?.failure && failed.failedAt && (
          <Banner tone="critical">
            <p>{t('editor.failure', { at: formats.moment(failed.failedAt), why: failed.failure })}</p>
          </Banner>
        )}
        {answer && 'conflict' in answer && (
          <Banner tone="critical">
            <p>{t('editor.conflict')}</p>
          </Banner>
        )}
        {draft === null ? (
          <InlineStack>
            <Button onClick={() => setDraft({ ...starting })}>{t('editor.begin')}</Button>
          </InlineStack>
        ) : (
          <>
            <WordFields draft={draft} way={way} variables={editing.variables} problems={problems} language={notice.locale} onChange={(part, text) => setDraft({ ...draft, [part]: text })} />
            <InlineStack gap="200">
              <Button variant="primary" disabled={!dirty} loading={busy} onClick={() => fetcher.submit({ intent: 'save-words', ...about, ...draft }, { method: 'post' })}>
                {t('editor.save')}
              </Button>
              {dirty && <Button onClick={discard}>{t('editor.discard')}</Button>}
              {!dirty && own && (
                <Button loading={busy} onClick={() => fetcher.submit({ intent: 'drop-words', ...about }, { method: 'post' })}>
                  {t('editor.toApp')}
                </Button>
              )}
            </InlineStack>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

/** Shows words that are being written; what is wrong with them, or null while nothing is known. */
function useLiveWords(draft: Draft | null, about: Readonly<Record<string, string | number>>, onShown: Props['onShown']): WordProblem[] | null {
  const { submit, data } = useFetcher<WordsAnswer>();
  const send = useLatest((words: Draft) => submit({ intent: 'show-words', ...about, ...words }, { method: 'post' }));
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => send.current(draft), 500);
    return () => clearTimeout(timer);
  }, [draft, send]);
  useAnswer(data, (answer) => {
    if (draft !== null && 'shown' in answer) onShown(answer.shown);
  });
  return draft !== null && data && 'problems' in data ? data.problems : null;
}

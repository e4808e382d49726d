import { useFetcher } from '@remix-run/react';
import { Banner, BlockStack, Button, Card, FormLayout, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { OwnWords, WordPart, WordProblem } from '../own-words/own-words.ts';
import type { NoticeEditing, NoticePreview } from '../views.ts';
import { useNoticeWords } from './words.ts';

export type WordsAnswer = { saved: number } | { problems: WordProblem[] } | { conflict: true } | { shown: Pick<NoticePreview, 'subject' | 'html' | 'text'> };

interface Props {
  notice: NoticePreview;
  editing: NoticeEditing;
  /** What the preview shows of words that are not saved; null: what is saved. */
  onShown(shown: Pick<NoticePreview, 'subject' | 'html' | 'text'> | null): void;
}

/** A merchant's own words for one kind in one language. */
export function WordsCard({ notice, editing, onShown }: Props) {
  const { t } = useNoticeWords();
  const { locale: reader, formats } = useAdmin();
  const fetcher = useFetcher<WordsAnswer>();
  const [draft, setDraft] = useState<OwnWords | null>(editing.own);
  const busy = fetcher.state !== 'idle';
  const answer = busy ? undefined : fetcher.data;
  const problems = answer && 'problems' in answer ? answer.problems : [];
  const dirty = JSON.stringify(draft) !== JSON.stringify(editing.own);
  const failed = editing.own ? editing.versions[0] : undefined;
  const languages = new Intl.DisplayNames(reader, { type: 'language' });
  useAnswer(fetcher.data, (latest) => {
    if ('shown' in latest) onShown(latest.shown);
    if (!('saved' in latest)) return;
    onShown(null);
    showToast(t(draft ? 'editor.saved' : 'editor.savedApp'));
  });
  const submit = (intent: 'save-words' | 'show-words' | 'drop-words', words: OwnWords | null) =>
    fetcher.submit({ intent, language: notice.locale, order: notice.order ?? '', version: editing.version, ...words }, { method: 'post' });
  const discard = () => {
    setDraft(editing.own);
    onShown(null);
  };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('editor.title')}
          </Text>
          <Text as="p">{editing.own ? t('editor.usesOwn', { version: editing.version }) : t('editor.usesApp')}</Text>
          <Text as="p" tone="subdued">
            {editing.ownLanguages.length === 0 ? t('editor.othersNone') : t('editor.others', { languages: editing.ownLanguages.map((one) => languages.of(one) ?? one).join(', ') })}
          </Text>
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
            <Button onClick={() => setDraft(editing.starting)}>{t('editor.begin')}</Button>
          </InlineStack>
        ) : (
          <>
            <Fields draft={draft} variables={editing.variables} problems={problems} language={notice.locale} onChange={(part, text) => setDraft({ ...draft, [part]: text })} />
            <InlineStack gap="200">
              <Button variant="primary" disabled={!dirty} loading={busy} onClick={() => submit('save-words', draft)}>
                {t('editor.save')}
              </Button>
              <Button disabled={!dirty} loading={busy} onClick={() => submit('show-words', draft)}>
                {t('editor.show')}
              </Button>
              {dirty && <Button onClick={discard}>{t('editor.discard')}</Button>}
              {!dirty && editing.own && (
                <Button loading={busy} onClick={() => submit('drop-words', null)}>
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

interface FieldsProps {
  draft: OwnWords;
  variables: readonly string[];
  problems: readonly WordProblem[];
  language: string;
  onChange(part: WordPart, text: string): void;
}

function Fields({ draft, variables, problems, language, onChange }: FieldsProps) {
  const { t } = useNoticeWords();
  const errorOf = (part: WordPart) => {
    const found = problems.filter((one) => one.part === part).map(({ problem, line, detail }) => t(`editor.problem.${problem}`, { line, detail }));
    return found.length > 0 ? found.join(' ') : undefined;
  };
  const names = variables.join(', ');
  return (
    <div lang={language}>
      <FormLayout>
        <TextField label={t('editor.subject')} autoComplete="off" value={draft.subject} onChange={(text) => onChange('subject', text)} error={errorOf('subject')} />
        <TextField label={t('editor.heading')} autoComplete="off" value={draft.heading} onChange={(text) => onChange('heading', text)} error={errorOf('heading')} />
        <TextField label={t('editor.body')} multiline={8} autoComplete="off" helpText={t('editor.bodyHelp')} value={draft.body} onChange={(text) => onChange('body', text)} error={errorOf('body')} />
        <Text as="p" tone="subdued">
          {t('editor.variables', { names })} {t('editor.stays')}
        </Text>
      </FormLayout>
    </div>
  );
}

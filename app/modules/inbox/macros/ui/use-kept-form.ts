import { useFetcher, useNavigate } from '@remix-run/react';
import { useState } from 'react';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import { useDraft } from '#app/ui/use-draft.ts';
import { useRequestKey } from '#app/ui/use-request-key.ts';
import type { ArticleAnswer } from '../../articles/save-article.server.ts';
import type { MacroAnswer, MacroProblem } from '../save-macro.server.ts';
import { useMacroWords } from './words.ts';

type Answer = MacroAnswer | ArticleAnswer;

const list = '/app/settings/macros';

/** The form of one macro or one text: what is changed, keeping it whole, removing it, and what the server says to either. */
export function useKeptForm<Value extends object>(stored: { value: Value; version: number }) {
  const { t, name } = useMacroWords();
  const fetcher = useFetcher<Answer>();
  const navigate = useNavigate();
  const draft = useDraft(stored);
  const { keyOf } = useRequestKey();
  const [left, leave] = useState(false);
  const answer = fetcher.data;
  useAnswer(answer, (given) => {
    if (given.is !== 'saved' && given.is !== 'removed') return;
    showToast(t(`answer.${given.is}`));
    draft.saved({ value: draft.value, version: draft.version });
    leave(true);
    // The bar for unsaved changes has to be gone before the page is.
    setTimeout(() => navigate(list));
  });
  const refused = answer?.is === 'refused' ? answer : null;
  const problems: readonly MacroProblem[] = refused?.problems ?? [];
  return {
    draft,
    dirty: draft.dirty && !left,
    saving: fetcher.state !== 'idle',
    save: () => fetcher.submit({ intent: 'save', key: keyOf(draft.value), version: draft.version, value: JSON.stringify(draft.value) }, { method: 'post' }),
    remove: () => fetcher.submit({ intent: 'remove' }, { method: 'post' }),
    errorOf: (path: string) => {
      const code = refused?.fields[path];
      return code === undefined ? undefined : name('field', code);
    },
    problems,
    trouble: answer && (answer.is === 'moved' || answer.is === 'taken') ? t(`answer.${answer.is}`) : refused && problems.length + Object.keys(refused.fields).length > 0 ? t('answer.refused') : null,
  };
}

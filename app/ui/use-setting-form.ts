import { useFetcher } from '@remix-run/react';
import type { FormErrors } from './read-form.ts';
import { showToast } from './toast.ts';
import { useAnswer } from './use-answer.ts';
import { useDraft, type Draft } from './use-draft.ts';
import { useRequestKey } from './use-request-key.ts';
import { useShellWords } from './words.ts';

interface Stored<Value> {
  value: Value;
  version: number;
}

/** What saving a setting is answered with. */
export type SettingAnswer<Value> = { saved: Stored<Value> } | { errors: FormErrors };

/** How a setting is told to its form and back. */
interface Shape<Value, Shown> {
  intent: string;
  toDraft(value: Value): Shown;
  toValue(draft: Shown): Value;
}

export interface SettingForm<Shown extends object> {
  draft: Draft<Shown>;
  saving: boolean;
  save(): void;
  /** What is wrong with a field, in words; nothing once something was changed back. */
  errorOf(path: string): string | undefined;
  /** What is wrong with all of it. */
  formError: string | undefined;
}

/** The form of one setting: what is changed, saving it whole, and what the server says to it. */
export function useSettingForm<Value, Shown extends object>(stored: Stored<Value>, { intent, toDraft, toValue }: Shape<Value, Shown>): SettingForm<Shown> {
  const { t, name } = useShellWords();
  const fetcher = useFetcher<SettingAnswer<Value>>();
  const { keyOf } = useRequestKey();
  const draft = useDraft<Shown>({ value: toDraft(stored.value), version: stored.version });
  const answer = fetcher.data;
  const errors = answer && 'errors' in answer && draft.dirty ? answer.errors : null;
  useAnswer(answer, (given) => {
    if (!('saved' in given)) return;
    draft.saved({ value: toDraft(given.saved.value), version: given.saved.version });
    showToast(t('form.saved'));
  });
  const inWords = (code: string | null | undefined) => (code ? name('errors', code) : undefined);
  return {
    draft,
    saving: fetcher.state !== 'idle',
    save: () => fetcher.submit({ intent, key: keyOf(draft.value), version: draft.version, value: JSON.stringify(toValue(draft.value)) }, { method: 'post' }),
    errorOf: (path) => inWords(errors?.fields[path]),
    formError: inWords(errors?.form ?? errors?.fields.form),
  };
}

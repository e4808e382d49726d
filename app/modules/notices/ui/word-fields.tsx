import { FormLayout, Text, TextField } from '@shopify/polaris';
import type { WordProblem } from '#app/modules/own-words/index.server.ts';
import { wordParts, type WordChannel, type WordPart } from '#app/modules/own-words/index.pure.ts';
import { useNoticeWords } from './words.ts';

/** The parts of a notice's words, by name. */
export type Draft = Readonly<Record<string, string>>;

interface Props {
  draft: Draft;
  way: WordChannel;
  variables: readonly string[];
  problems: readonly WordProblem[];
  language: string;
  onChange(part: WordPart, text: string): void;
}

const lines: Readonly<Record<WordPart, number>> = { subject: 1, heading: 1, body: 8, text: 4 };

/** The parts of a notice's words, each with what is wrong with it. */
export function WordFields({ draft, way, variables, problems, language, onChange }: Props) {
  const { t } = useNoticeWords();
  const errorOf = (part: WordPart) => {
    const found = problems.filter((one) => one.part === part).map(({ problem, line, detail }) => t(`editor.problem.${problem}`, { line, detail }));
    return found.length > 0 ? found.join(' ') : undefined;
  };
  return (
    <div lang={language}>
      <FormLayout>
        {wordParts[way].map((part) => (
          <TextField
            key={part}
            label={t(`editor.${part}`)}
            autoComplete="off"
            multiline={lines[part] > 1 ? lines[part] : false}
            helpText={part === 'body' ? t('editor.bodyHelp') : part === 'text' ? t('editor.textHelp') : undefined}
            value={draft[part] ?? ''}
            onChange={(text) => onChange(part, text)}
            error={errorOf(part)}
          />
        ))}
        <Text as="p" tone="subdued">
          {t('editor.variables', { names: variables.join(', ') })} {way === 'email' ? t('editor.stays') : t('editor.staysSms')}
        </Text>
      </FormLayout>
    </div>
  );
}

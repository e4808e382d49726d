import { InlineGrid } from '@shopify/polaris';
import { promiseKinds } from '../promise-kinds.ts';
import type { Targets } from '../promise-setting.ts';
import { DurationField } from './duration-field.tsx';
import { usePromiseWords } from './words.ts';

interface Props {
  targets: Targets;
  /** What stands before the fields' names in what the server says. */
  path: string;
  /** Whether it is said when each clock runs. */
  explained?: boolean;
  errorOf(path: string): string | undefined;
  onChange(part: Partial<Targets>): void;
}

/** The three promises of a kind of ticket; an empty one promises nothing. */
export function TargetsFields({ targets, path, explained = false, errorOf, onChange }: Props) {
  const { t } = usePromiseWords();
  return (
    <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
      {promiseKinds.map((promise) => (
        <DurationField key={promise} label={t(`kinds.${promise}`)} helpText={explained ? t(`kindsHelp.${promise}`) : undefined} minutes={targets[promise]} error={errorOf(`${path}.${promise}`)} onChange={(minutes) => onChange({ [promise]: minutes })} />
      ))}
    </InlineGrid>
  );
}

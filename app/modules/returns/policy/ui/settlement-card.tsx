import { BlockStack, Box, Checkbox, Divider, InlineError, Text } from '@shopify/polaris';
import { Fragment } from 'react';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { Choice } from '../desk/views.ts';
import { matters, type Matter } from '../matters.ts';
import { MatterFields } from './matter-fields.tsx';
import type { SettlementDraft } from './settlement-draft.ts';
import { usePolicyWords } from './words.ts';

interface Props {
  /** What is settled here; null where everything has to be. */
  speaks: readonly Matter[] | null;
  onSpeak(speaks: Matter[]): void;
  settles: SettlementDraft;
  onChange(part: Partial<SettlementDraft>): void;
  /** What is wrong with all of it. */
  error: string | undefined;
  /** What is wrong with a field of a matter: `period.days`. */
  errorOf(path: string): string | undefined;
  locations: readonly Choice[];
}

/** What holds: matter by matter, whether it is settled here and how. */
export function SettlementCard({ speaks, onSpeak, settles, onChange, error, errorOf, locations }: Props) {
  const { t } = usePolicyWords();
  return (
    <TitledCard title={t(speaks ? 'settles.title' : 'settles.titleBase')} text={t(speaks ? 'settles.text' : 'settles.textBase')}>
      {error && <InlineError fieldID="settles" message={error} />}
      {matters.map((matter, at) => {
        const name = t(`matter.${matter}`);
        const fields = <MatterFields matter={matter} settles={settles} onChange={onChange} errorOf={(path) => errorOf(`${matter}.${path}`)} locations={locations} />;
        return (
          <Fragment key={matter}>
            {at > 0 && <Divider />}
            <BlockStack gap="200">
              {speaks ? (
                <Checkbox label={name} checked={speaks.includes(matter)} onChange={(on) => onSpeak(on ? [...speaks, matter] : speaks.filter((other) => other !== matter))} />
              ) : (
                <Text as="h3" variant="headingSm">
                  {name}
                </Text>
              )}
              {speaks?.includes(matter) && <Box paddingInlineStart="600">{fields}</Box>}
              {!speaks && fields}
            </BlockStack>
          </Fragment>
        );
      })}
    </TitledCard>
  );
}

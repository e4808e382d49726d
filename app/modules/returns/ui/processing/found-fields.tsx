import { BlockStack, Box, Button, Checkbox, FormLayout, InlineStack, Select, TextField } from '@shopify/polaris';
import { NumberField } from '#app/ui/number-field.tsx';
import { useReturnWords } from '../words.ts';
import { dispositions, findings, grades } from '../../processing/finding.ts';
import { foundOtherwise, type TypedUnits } from './found-row.ts';

interface Props {
  row: TypedUnits;
  places: readonly { id: string; name: string }[];
  complaint: 'count' | 'place' | 'reason' | null;
  onChange(row: TypedUnits): void;
  onRemove: (() => void) | null;
}

const longestWords = 500;

/** How many units, how they are, what becomes of them, and whether anything is given for them. */
export function FoundFields({ row, places, complaint, onChange, onRemove }: Props) {
  const { t, name } = useReturnWords();
  const change = (part: Partial<TypedUnits>) => onChange({ ...row, ...part });
  const isThere = row.finding === 'good' || row.finding === 'damaged';
  const open = dispositions.filter((each) => (each === 'MISSING') === (row.finding === 'missing'));
  return (
    <Box padding="300" borderWidth="025" borderColor="border" borderRadius="200">
      <BlockStack gap="300">
        <FormLayout>
          <FormLayout.Group condensed>
            <NumberField label={t('receive.units')} value={row.quantity} onChange={(quantity) => change({ quantity })} error={complaint === 'count' ? t('receive.count') : undefined} />
            <Select
              label={t('receive.finding')}
              options={findings.map((value) => ({ value, label: name('finding', value) }))}
              value={row.finding}
              onChange={(value) => onChange(foundOtherwise(row, findings.find((finding) => finding === value) ?? 'good'))}
            />
            {isThere && (
              <Select
                label={t('receive.grade')}
                options={grades.map((value) => ({ value, label: name('grade', value) }))}
                value={row.grade ?? 'as_new'}
                onChange={(value) => change({ grade: grades.find((grade) => grade === value) ?? null })}
              />
            )}
          </FormLayout.Group>
          <FormLayout.Group condensed>
            <Select
              label={t('receive.disposition')}
              options={open.map((value) => ({ value, label: name('disposition', value.toLowerCase()) }))}
              value={row.disposition}
              onChange={(value) => change({ disposition: dispositions.find((each) => each === value) ?? row.disposition })}
            />
            {row.disposition !== 'MISSING' && (
              <Select
                label={t('receive.place')}
                options={places.map(({ id, name: label }) => ({ value: id, label }))}
                placeholder={row.locationId === null ? t('receive.noPlace') : undefined}
                value={row.locationId ?? ''}
                onChange={(locationId) => change({ locationId: locationId || null })}
                error={complaint === 'place' ? t('receive.placeMissing') : undefined}
              />
            )}
          </FormLayout.Group>
          <Checkbox label={t('receive.accepted')} helpText={t('receive.acceptedHelp')} checked={row.accepted} onChange={(accepted) => change({ accepted })} />
          {!row.accepted && (
            <TextField
              label={t('receive.refusal')}
              helpText={t('receive.refusalHelp')}
              autoComplete="off"
              multiline={2}
              maxLength={longestWords}
              value={row.refusal}
              onChange={(refusal) => change({ refusal })}
              error={complaint === 'reason' ? t('receive.refusalMissing') : undefined}
            />
          )}
          <TextField label={t('receive.note')} helpText={t('receive.noteHelp')} autoComplete="off" maxLength={longestWords} value={row.note} onChange={(note) => change({ note })} />
        </FormLayout>
        {onRemove && (
          <InlineStack align="end">
            <Button variant="plain" tone="critical" onClick={onRemove}>
              {t('receive.remove')}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Box>
  );
}

import { BlockStack, Select } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { useReturnWords } from '../words.ts';

interface Row {
  id: string;
  label: string;
  help: string | null;
  left: number;
  chosen: number;
}

interface Props {
  rows: readonly Row[];
  onChange(id: string, quantity: number): void;
}

/** So many are still chosen from a list. */
const mostListed = 50;

/** How many units of each line. */
export function UnitsFields({ rows, onChange }: Props) {
  const { t } = useReturnWords();
  const { formats } = useAdmin();
  return (
    <BlockStack gap="300">
      {rows.map(({ id, label, help, left, chosen }) =>
        left > mostListed ? (
          <NumberField key={id} label={label} helpText={help ?? undefined} value={chosen} max={left} onChange={(quantity) => onChange(id, quantity || 0)} />
        ) : (
          <Select
            key={id}
            label={label}
            helpText={help ?? undefined}
            options={Array.from({ length: left + 1 }, (_, count) => ({ value: String(count), label: t('refund.ofLeft', { count: formats.number(count), left: formats.number(left) }) }))}
            value={String(chosen)}
            onChange={(value) => onChange(id, Number(value))}
          />
        ),
      )}
    </BlockStack>
  );
}

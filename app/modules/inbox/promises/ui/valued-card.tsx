import { BlockStack, Box, Checkbox, InlineGrid, Text, TextField } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { NumberField } from '#app/ui/number-field.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { ticketChannels } from '../../tickets/ticket.ts';
import { firstValued, type PromisesDraft, type ValuedDraft } from './promises-draft.ts';
import { TargetsFields } from './targets-fields.tsx';
import { usePromiseWords } from './words.ts';

interface Props {
  value: PromisesDraft;
  errorOf(path: string): string | undefined;
  onChange(valued: ValuedDraft | null): void;
}

/** Whom the shop values, and what they are promised where that is sooner. */
export function ValuedCard({ value, errorOf, onChange }: Props) {
  const { t } = usePromiseWords();
  const { valued } = value;
  return (
    <TitledCard title={t('valued')} text={t('valuedText')}>
      <Checkbox label={t('valuedOn')} checked={valued !== null} onChange={(on) => onChange(on ? firstValued(value) : null)} />
      {valued && (
        <BlockStack gap="500">
          <MeasureFields valued={valued} errorOf={errorOf} onChange={(part) => onChange({ ...valued, ...part })} />
          <Text as="p">{t('valuedTargets')}</Text>
          {[...ticketChannels, 'urgent' as const, 'high' as const].map((concerning) => (
            <div key={concerning} role="group" aria-labelledby={`valued-${concerning}`}>
              <Box paddingBlockEnd="200">
                <Text as="h3" variant="headingSm" id={`valued-${concerning}`}>
                  {concerning === 'urgent' || concerning === 'high' ? t(`sooner.${concerning}`) : t(`channels.${concerning}`)}
                </Text>
              </Box>
              <TargetsFields targets={valued[concerning]} path={`valued.${concerning}`} errorOf={errorOf} onChange={(part) => onChange({ ...valued, [concerning]: { ...valued[concerning], ...part } })} />
            </div>
          ))}
        </BlockStack>
      )}
    </TitledCard>
  );
}

interface MeasureProps {
  valued: ValuedDraft;
  errorOf(path: string): string | undefined;
  onChange(part: Partial<ValuedDraft>): void;
}

function MeasureFields({ valued: { orders, spent, tags }, errorOf, onChange }: MeasureProps) {
  const { t } = usePromiseWords();
  const { shop } = useAdmin();
  return (
    <BlockStack gap="300">
      <Text as="p">{t('measure')}</Text>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
        <NumberField label={t('orders')} min={1} value={orders ?? Number.NaN} error={errorOf('valued.orders')} onChange={(typed) => onChange({ orders: Number.isNaN(typed) ? null : typed })} />
        <TextField
          label={t('spent')}
          inputMode="decimal"
          autoComplete="off"
          suffix={spent?.currency ?? shop.currency}
          value={spent?.amount ?? ''}
          error={errorOf('valued.spent.amount')}
          onChange={(amount) => onChange({ spent: amount.trim() === '' ? null : { amount, currency: shop.currency } })}
        />
      </InlineGrid>
      <TextField label={t('tags')} helpText={t('tagsHelp')} autoComplete="off" value={tags} error={errorOf('valued.tags')} onChange={(typed) => onChange({ tags: typed })} />
    </BlockStack>
  );
}

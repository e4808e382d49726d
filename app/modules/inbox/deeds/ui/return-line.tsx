import { BlockStack, Box, ChoiceList, Select, Text, TextField } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { capital } from '#app/ui/formats.ts';
import type { ChosenLine, TypedOfLine } from '../chosen-line.ts';
import type { OfferedOutcome } from '../offered-outcomes.ts';
import type { LineToReturn } from '../preview-return.server.ts';
import { useDeedWords } from './words.ts';

/** What was chosen and typed for a line. */
export type TypedLine = Omit<ChosenLine & TypedOfLine, 'lineId'>;

interface Props {
  line: LineToReturn;
  currency: string;
  typed: TypedLine;
  onType(changes: Partial<TypedLine>): void;
}

/** The longest words that Shopify keeps with a return. */
const longest = 255;

/** How many of a line come back, why, and what the customer gets for them. */
export function ReturnLine({ line, currency, typed, onType }: Props) {
  const { t } = useDeedWords();
  const { formats, locale } = useAdmin();
  const { title, left, reasons } = line;
  const reason = reasons.find(({ id }) => id === typed.reasonId);
  return (
    <BlockStack gap="300">
      <Select
        label={t('return.units', { title, left: formats.number(left) })}
        options={Array.from({ length: Math.min(left, 100) + 1 }, (_, count) => ({ value: String(count), label: formats.number(count) }))}
        value={String(typed.units)}
        onChange={(value) => onType({ units: Number(value) })}
      />
      {typed.units > 0 && (
        <Box borderInlineStartWidth="025" borderColor="border" paddingInlineStart="300">
          <BlockStack gap="300">
            <Select label={t('return.reason')} placeholder={t('return.choose')} options={reasons.map(({ id, name }) => ({ value: id, label: capital(name, locale) }))} value={typed.reasonId ?? ''} onChange={(reasonId) => onType({ reasonId })} />
            {reason && <TextField label={t(reason.needsNote ? 'return.note' : 'return.noteOptional')} autoComplete="off" multiline={2} maxLength={longest} requiredIndicator={reason.needsNote} value={typed.note} onChange={(note) => onType({ note })} />}
            {reason && <Outcome line={line} currency={currency} typed={typed} onType={onType} />}
          </BlockStack>
        </Box>
      )}
    </BlockStack>
  );
}

function Outcome({ line: { outcomes, variants }, currency, typed, onType }: Props) {
  const { t } = useDeedWords();
  const offer = outcomes.find(({ outcome, photos }) => outcome === typed.outcome && photos === 0);
  const [open, pictured] = [outcomes.filter(({ photos }) => photos === 0), outcomes.filter(({ photos }) => photos > 0)];
  const said = ({ refusal, waits }: OfferedOutcome) => refusal ?? (waits ? t('return.waits') : undefined);
  return (
    <>
      {open.length > 0 && (
        <ChoiceList
          title={t('return.outcome')}
          choices={open.map((each) => {
            const named = t(`return.outcomes.${each.outcome}`);
            return { value: each.outcome, label: each.refusal === null ? named : t('return.asException', { outcome: named }), helpText: said(each) };
          })}
          selected={offer ? [offer.outcome] : []}
          onChange={([chosen]) => onType({ outcome: open.find(({ outcome }) => outcome === chosen)?.outcome ?? null, answers: [] })}
        />
      )}
      {pictured.map(({ outcome, photos }) => (
        <Text key={outcome} as="p" tone="subdued">
          {t('return.photos', { outcome: t(`return.outcomes.${outcome}`), count: photos })}
        </Text>
      ))}
      {offer?.outcome === 'exchange' && variants && <Variant variants={variants} currency={currency} typed={typed} onType={onType} />}
      {offer?.questions.map((question, at) => (
        <TextField
          key={question}
          label={question}
          autoComplete="off"
          maxLength={longest}
          requiredIndicator
          value={typed.answers[at] ?? ''}
          onChange={(answer) => onType({ answers: offer.questions.map((_, other) => (other === at ? answer : (typed.answers[other] ?? ''))) })}
        />
      ))}
      {offer && offer.refusal !== null && <TextField label={t('return.exception')} autoComplete="off" multiline={2} maxLength={longest} requiredIndicator value={typed.exception} onChange={(exception) => onType({ exception })} />}
    </>
  );
}

function Variant({ variants, currency, typed, onType }: Pick<Props, 'currency' | 'onType' | 'typed'> & { variants: NonNullable<LineToReturn['variants']> }) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  if (variants.length === 0) return <Text as="p">{t('return.noVariants')}</Text>;
  const options = variants.map(({ variantId, title, price, stock, left }) => {
    const values = { title, price: price === null ? '' : formats.money({ minor: price, currency }), left: formats.number(left ?? 0) };
    const short = stock === 'in_stock' && left !== null && left < typed.units;
    return { value: variantId, label: t(stock === 'in_stock' && left === null ? 'return.uncounted' : `return.${stock}`, values), disabled: stock === 'sold_out' || price === null || short };
  });
  return <Select label={t('return.variant')} placeholder={t('return.choose')} options={options} value={typed.variantId ?? ''} onChange={(variantId) => onType({ variantId })} />;
}

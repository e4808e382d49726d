import { Banner, BlockStack, Divider, InlineStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { ReturnMeans, ReturnPreview } from '../preview-return.server.ts';
import { MoneyBack } from './money-back.tsx';
import { useDeedWords } from './words.ts';

/** What a return means in money, row by row as its customer would be shown it; or what stands in its way. */
export function ReturnMeaning({ preview: { means, problems } }: { preview: ReturnPreview }) {
  const { t } = useDeedWords();
  if (means) return <Means means={means} />;
  if (problems.length === 0) return <Text as="p">{t('return.incomplete')}</Text>;
  const said = new Set(problems.map(nameProblem));
  return (
    <Banner tone="warning">
      {[...said].map((problem) => (
        <p key={problem}>{t(`return.problem.${problem}`)}</p>
      ))}
    </Banner>
  );
}

function nameProblem(problem: ReturnPreview['problems'][number]): 'different' | 'other' | 'tooMany' | 'unavailable' {
  if (problem === 'different') return problem;
  if (problem === 'too_many') return 'tooMany';
  return problem === 'sold_out' || problem === 'variant_missing' ? 'unavailable' : 'other';
}

function Means({ means }: { means: ReturnMeans }) {
  const { t } = useDeedWords();
  const { formats } = useAdmin();
  const { rows, back, taxIncluded, approval, refundOn, keepsAll, bonus, shown } = means;
  const money = (minor: number) => formats.money({ minor, currency: shown.currency });
  const paid = shown.refund > 0 || bonus > 0;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('return.means')}
      </Text>
      {rows.map(({ kind, title, quantity, amount }, at) => (
        // The same words may stand for several amounts.
        <Row key={at} label={t(`return.row.${kind}`, { title, count: quantity })} amount={money(amount)} />
      ))}
      <Divider />
      {totalsOf(means).map(({ key, amount }) => (
        <Row key={key} label={t(`return.${key}`)} amount={money(amount)} isTotal />
      ))}
      {!paid && shown.owed === 0 && <Text as="p">{t('return.even')}</Text>}
      {shown.owed > 0 && <Text as="p">{t('return.owedText')}</Text>}
      {taxIncluded !== 0 && (
        <Text as="p" tone="subdued">
          {t('return.taxIncluded', { amount: money(Math.abs(taxIncluded)) })}
        </Text>
      )}
      <MoneyBack back={back} money={money} />
      {paid && <Text as="p">{t(`return.when.${keepsAll ? 'keep' : refundOn}`)}</Text>}
      <Text as="p">{t(`return.approval.${approval}`)}</Text>
    </BlockStack>
  );
}

function Row({ label, amount, isTotal = false }: { label: string; amount: string; isTotal?: boolean }) {
  const fontWeight = isTotal ? 'semibold' : undefined;
  return (
    <InlineStack align="space-between" gap="400" wrap={false}>
      <Text as="span" breakWord fontWeight={fontWeight}>
        {label}
      </Text>
      <Text as="span" numeric fontWeight={fontWeight}>
        {amount}
      </Text>
    </InlineStack>
  );
}

function totalsOf({ shown, bonus, to }: ReturnMeans): { key: 'bonus' | 'credit' | 'owed' | 'refund'; amount: number }[] {
  if (shown.owed > 0) return [{ key: 'owed', amount: shown.owed }];
  const main = shown.refund > 0 ? [{ key: to === 'store_credit' ? ('credit' as const) : ('refund' as const), amount: shown.refund }] : [];
  return bonus > 0 ? [...main, { key: 'bonus', amount: bonus }] : main;
}

import { Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { Tally } from '#app/ui/tally.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { Trial } from '../desk/trial.ts';
import { usePolicyWords } from './words.ts';

/** How many returns would have gone differently, whose customers are better or worse off, and what of it is money. */
export function TrialSums({ trial, done }: { trial: Trial; done: boolean }) {
  const { t } = usePolicyWords();
  const { formats, shop: { currency } } = useAdmin();
  const { returns, better, worse, mixed, unsure, back, approvedAtOnce } = trial;
  const changed = better + worse + mixed;
  const money = (minor: number) => formats.money({ minor, currency });
  const difference = back.after - back.before;
  const lines = [
    { key: 'changed', what: t('try.changed'), count: t('try.of', { count: changed, all: returns }) },
    { key: 'better', what: t('try.better'), count: formats.number(better) },
    { key: 'worse', what: t('try.worse'), count: formats.number(worse) },
    { key: 'mixed', what: t('try.mixed'), count: formats.number(mixed) },
    { key: 'before', what: t('try.backBefore'), count: money(back.before) },
    { key: 'after', what: t('try.backAfter'), count: money(back.after) },
    { key: 'atOnceBefore', what: t('try.atOnceBefore'), count: formats.number(approvedAtOnce.before) },
    { key: 'atOnceAfter', what: t('try.atOnceAfter'), count: formats.number(approvedAtOnce.after) },
    { key: 'unsure', what: t('try.unsure'), count: formats.number(unsure) },
  ];
  const verdict = changed === 0 ? t('try.same') : difference === 0 ? t('try.even') : difference > 0 ? t('try.more', { amount: money(difference) }) : t('try.less', { amount: money(-difference) });
  return (
    <TitledCard title={t(done ? 'try.found' : 'try.foundSoFar')} gap="300">
      <Text as="p" variant="headingSm">
        {verdict}
      </Text>
      <Tally lines={lines.filter(({ key }) => key !== 'unsure' || unsure > 0)} />
      <Text as="p" tone="subdued" variant="bodySm">
        {t('try.how')}
      </Text>
    </TitledCard>
  );
}

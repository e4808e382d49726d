import { BlockStack, DataTable, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { Backtest } from '../backtest.ts';
import { usePromiseWords } from './words.ts';

const shownLanes = 20;

interface Props {
  backtest: { ranAt: Date; report: Backtest } | null;
  carriers: readonly { key: string; name: string }[];
}

/** How well our learned dates held on parcels they were not learned from. */
export function BacktestCard({ backtest, carriers }: Props) {
  const { t } = usePromiseWords();
  const { formats, locale } = useAdmin();
  if (!backtest || backtest.report.all.tested === 0) {
    return (
      <TitledCard title={t('backtest.title')}>
        <Text as="p" tone="subdued">
          {t('backtest.none')}
        </Text>
      </TitledCard>
    );
  }
  const { all, lanes } = backtest.report;
  const share = (value: number) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  const days = (value: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
  return (
    <TitledCard title={t('backtest.title')} text={t('backtest.text')}>
      <BlockStack gap="100">
        <Text as="p" variant="headingSm">
          {t('backtest.held', { share: share(all.coverage), count: all.tested, width: days(all.meanWidth) })}
        </Text>
        <Text as="p" tone="subdued">
          {t('backtest.ran', { error: days(all.meanError), at: formats.moment(backtest.ranAt) })}
        </Text>
      </BlockStack>
      {lanes.length > 0 && (
        <DataTable
          columnContentTypes={['text', 'numeric', 'numeric', 'numeric']}
          headings={[t('backtest.lane'), t('backtest.tested'), t('backtest.coverage'), t('backtest.width')]}
          rows={lanes.slice(0, shownLanes).map(({ lane, tested, coverage, meanWidth }) => [laneText(lane, carriers, t('backtest.any')), formats.number(tested), share(coverage), days(meanWidth)])}
        />
      )}
    </TitledCard>
  );
}

/** `DHL DE → FR` from a lane's name. */
function laneText(lane: string, carriers: Props['carriers'], any: string): string {
  const [carrier = '*', service = '*', origin = '*', destination = '*'] = lane.split('/');
  const known = (part: string) => (part === '*' ? null : part);
  const who = [known(carrier) && (carriers.find(({ key }) => key === carrier)?.name ?? carrier), known(service)];
  const way = known(origin) || known(destination) ? [known(origin), '→', known(destination)].filter(Boolean).join(' ') : null;
  return [...who, way].filter(Boolean).join(' ') || any;
}

import { BlockStack, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import type { ReportFigures } from '../../report/views.ts';
import { KeptBar, KeptSparkline, TransitBar } from './report-charts.tsx';
import type { ReportVoice } from './use-report-voice.ts';

const shownCauses = 2;

/** What stands in each column of a carrier or lane; the figure in text, the chart below it. `most` is where the scale of days ends. */
export function reportCells(row: ReportFigures, most: number, voice: ReportVoice) {
  const { t, share, days, count } = voice;
  const { promised, transit, ranges, causes } = row;
  const tooFew = (of: number) => <Small>{t('tooFew', { count: of })}</Small>;
  // Beside a column that says it, the same in short.
  const dash = (of: number) => <Dash said={t('tooFew', { count: of })} />;
  return {
    delivered: <Plain>{count(row.delivered)}</Plain>,
    kept:
      promised.keptShare === null ? (
        tooFew(promised.due)
      ) : (
        <BlockStack gap="100">
          <InlineStack gap="100" blockAlign="baseline">
            <Plain>{share(promised.keptShare)}</Plain>
            <Small>{t('ofDue', { count: promised.due })}</Small>
          </InlineStack>
          {promised.keptLastShare !== null && <Small>{t('byLast', { share: share(promised.keptLastShare) })}</Small>}
          <KeptBar figures={row} voice={voice} />
          <KeptSparkline figures={row} voice={voice} />
        </BlockStack>
      ),
    late: promised.lateShare === null ? dash(promised.due) : <Plain>{share(promised.lateShare)}</Plain>,
    median: transit ? (
      <BlockStack gap="100">
        <Plain>{days(transit.median)}</Plain>
        <TransitBar transit={transit} most={most} voice={voice} />
      </BlockStack>
    ) : (
      tooFew(row.delivered)
    ),
    ninety: transit ? <Plain>{days(transit.ninety)}</Plain> : dash(row.delivered),
    spread: transit ? <Plain>{days(transit.threeQuarters - transit.quarter)}</Plain> : dash(row.delivered),
    exceptions: (
      <BlockStack>
        <Plain>{count(row.exceptions)}</Plain>
        {causes.slice(0, shownCauses).map(({ cause, parcels }) => (
          <Small key={cause}>{`${voice.name('cause', cause)} ${count(parcels)}`}</Small>
        ))}
        {causes.length > shownCauses && <Small>{t('causes.others', { count: causes.slice(shownCauses).reduce((sum, { parcels }) => sum + parcels, 0) })}</Small>}
      </BlockStack>
    ),
    lost: <Plain>{count(row.lost)}</Plain>,
    contacts: row.contactsPer100 === null ? dash(row.delivered) : <Plain>{days(row.contactsPer100)}</Plain>,
    ranges: ranges.held ? (
      <BlockStack>
        <Plain>{share(ranges.held.coverage)}</Plain>
        <Small>{t('wide', { width: days(ranges.held.meanWidth) })}</Small>
        <Small>{t('ofTested', { count: ranges.tested })}</Small>
      </BlockStack>
    ) : (
      tooFew(ranges.tested)
    ),
  } as const satisfies Record<string, ReactNode>;
}

function Plain({ children }: { children: string }) {
  return (
    <Text as="span" numeric>
      {children}
    </Text>
  );
}

function Small({ children }: { children: string }) {
  return (
    <Text as="span" variant="bodySm" tone="subdued">
      {children}
    </Text>
  );
}

function Dash({ said }: { said: string }) {
  return (
    <>
      <span aria-hidden>–</span>
      <Text as="span" visuallyHidden>
        {said}
      </Text>
    </>
  );
}

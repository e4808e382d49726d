import { BlockStack, Box, IndexTable, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import type { ReportRow as Row } from '../../report/views.ts';
import { KeptBar, KeptSparkline, TransitBar } from './report-charts.tsx';
import type { ReportVoice } from './use-report-voice.ts';

interface Props {
  row: Row;
  id: string;
  position: number;
  condensed: boolean;
  /** Where the scale of days ends. */
  most: number;
  voice: ReportVoice;
}

const shownCauses = 2;

/** A carrier or lane; on a phone its figures stand below each other, each with its name. */
export function ReportRow({ row, id, position, condensed, most, voice }: Props) {
  const { t } = voice;
  const name = (
    <BlockStack>
      <Text as="span" fontWeight="semibold">
        {voice.who(row)}
      </Text>
      {row.level === 'lane' && (
        <Text as="span" tone="subdued" breakWord>
          {voice.way(row)}
        </Text>
      )}
    </BlockStack>
  );
  const figures = figuresOf(row, most, voice);
  if (condensed) {
    return (
      <IndexTable.Row id={id} position={position}>
        <Box padding="300" width="100%">
          <BlockStack gap="300">
            {name}
            <InlineGrid columns={2} gap="300">
              {figures.map(({ key, value }) => (
                <BlockStack key={key} gap="050">
                  <Text as="span" variant="bodySm" tone="subdued">
                    {t(`columns.${key}`)}
                  </Text>
                  {value}
                </BlockStack>
              ))}
            </InlineGrid>
          </BlockStack>
        </Box>
      </IndexTable.Row>
    );
  }
  return (
    <IndexTable.Row id={id} position={position}>
      <IndexTable.Cell>
        <div style={{ maxWidth: 200, whiteSpace: 'normal' }}>{name}</div>
      </IndexTable.Cell>
      {figures.map(({ key, value }) => (
        <IndexTable.Cell key={key}>{value}</IndexTable.Cell>
      ))}
    </IndexTable.Row>
  );
}

function figuresOf(row: Row, most: number, voice: ReportVoice) {
  const { t, share, days, count } = voice;
  const { promised, transit, ranges } = row;
  return [
    { key: 'delivered', value: <Plain>{count(row.delivered)}</Plain> },
    {
      key: 'kept',
      value:
        promised.keptShare === null ? (
          <TooFew count={promised.due} voice={voice} />
        ) : (
          <BlockStack gap="100">
            <InlineStack gap="100" blockAlign="baseline">
              <Plain>{share(promised.keptShare)}</Plain>
              <Small>{t('ofDue', { count: promised.due })}</Small>
            </InlineStack>
            <KeptBar figures={row} voice={voice} />
          </BlockStack>
        ),
    },
    { key: 'trend', value: promised.keptShare === null ? <TooFew count={promised.due} voice={voice} /> : <KeptSparkline figures={row} voice={voice} /> },
    { key: 'late', value: promised.lateShare === null ? <TooFew count={promised.due} voice={voice} /> : <Plain>{share(promised.lateShare)}</Plain> },
    {
      key: 'median',
      value: transit ? (
        <BlockStack gap="100">
          <Plain>{days(transit.median)}</Plain>
          <TransitBar transit={transit} most={most} voice={voice} />
        </BlockStack>
      ) : (
        <TooFew count={row.delivered} voice={voice} />
      ),
    },
    { key: 'ninety', value: transit ? <Plain>{days(transit.ninety)}</Plain> : <TooFew count={row.delivered} voice={voice} /> },
    { key: 'spread', value: transit ? <Plain>{days(transit.threeQuarters - transit.quarter)}</Plain> : <TooFew count={row.delivered} voice={voice} /> },
    {
      key: 'exceptions',
      value: (
        <BlockStack>
          <Plain>{count(row.exceptions)}</Plain>
          {row.causes.slice(0, shownCauses).map(({ cause, parcels }) => (
            <Small key={cause}>{`${voice.name('cause', cause)} ${count(parcels)}`}</Small>
          ))}
          {row.causes.length > shownCauses && <Small>{t('causes.others', { count: row.causes.slice(shownCauses).reduce((sum, { parcels }) => sum + parcels, 0) })}</Small>}
        </BlockStack>
      ),
    },
    { key: 'lost', value: <Plain>{count(row.lost)}</Plain> },
    { key: 'contacts', value: row.contactsPer100 === null ? <TooFew count={row.delivered} voice={voice} /> : <Plain>{days(row.contactsPer100)}</Plain> },
    {
      key: 'ranges',
      value: ranges.held ? (
        <BlockStack>
          <Plain>{t('rangeHeld', { share: share(ranges.held.coverage), width: days(ranges.held.meanWidth) })}</Plain>
          <Small>{t('ofTested', { count: ranges.tested })}</Small>
        </BlockStack>
      ) : (
        <TooFew count={ranges.tested} voice={voice} />
      ),
    },
  ] as const satisfies readonly { key: string; value: ReactNode }[];
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

function TooFew({ count, voice: { t } }: { count: number; voice: ReportVoice }) {
  return <Small>{t('tooFew', { count })}</Small>;
}

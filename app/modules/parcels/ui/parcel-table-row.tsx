import { BlockStack, IndexTable, InlineStack, Text } from '@shopify/polaris';
import { CondensedRow, Cut, RowLink } from '#app/ui/list-row.tsx';
import type { ParcelRow } from '../list/parcel-row.ts';
import { StatusBadge, TroubleBadge } from './badges.tsx';
import { wayText, type Voice } from './evidence.ts';

interface Props {
  row: ParcelRow;
  position: number;
  condensed: boolean;
  voice: Voice;
}

/** One parcel in the list, whether or not anything is wrong with it. */
export function ParcelTableRow({ row, position, condensed, voice }: Props) {
  const { formats, words: { t } } = voice;
  const link = <RowLink url={`/app/orders/${row.orderId}`}>{row.orderName}</RowLink>;
  const number = row.number || t('row.noNumber');
  const carrier = (row.carrier && voice.carriers[row.carrier]) ?? row.company;
  const way = [carrier, wayText(row, voice)].filter(Boolean).join(' · ');
  const badges = (
    <InlineStack gap="100">
      <StatusBadge status={row.status} cause={row.cause} />
      {row.troubles.map((kind) => (
        <TroubleBadge key={kind} kind={kind} />
      ))}
    </InlineStack>
  );
  const days = <Days row={row} voice={voice} />;
  if (condensed) {
    return (
      <CondensedRow id={row.shipmentId} position={position}>
        <InlineStack align="space-between" gap="200">
          {link}
          <Text as="span" tone="subdued">
            {formats.shortMoment(row.shippedAt)}
          </Text>
        </InlineStack>
        <Text as="p" breakWord>
          {[number, way].filter(Boolean).join(' · ')}
        </Text>
        {badges}
        {days}
      </CondensedRow>
    );
  }
  return (
    <IndexTable.Row id={row.shipmentId} position={position}>
      <IndexTable.Cell>
        <BlockStack gap="050">
          {link}
          {row.recipient && (
            <Cut width="180px" small>{row.recipient}</Cut>
          )}
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>{number}</IndexTable.Cell>
      <IndexTable.Cell>
        <div style={{ whiteSpace: 'normal', maxWidth: 200 }}>{way}</div>
      </IndexTable.Cell>
      <IndexTable.Cell>{badges}</IndexTable.Cell>
      <IndexTable.Cell>{days}</IndexTable.Cell>
      <IndexTable.Cell>{formats.shortMoment(row.shippedAt)}</IndexTable.Cell>
    </IndexTable.Row>
  );
}

/** The day it came, or the day that counts; a missed one stays beside either. */
function Days({ row: { deliveredAt, promise, missedTo }, voice: { formats, words: { t } } }: Pick<Props, 'row' | 'voice'>) {
  return (
    <BlockStack gap="050">
      {deliveredAt && <Text as="span">{t('row.delivered', { at: formats.shortMoment(deliveredAt) })}</Text>}
      {!deliveredAt && promise && <Text as="span">{formats.calendarDay(promise.to)}</Text>}
      {missedTo && (
        <Text as="span" variant="bodySm" tone="critical">
          {t('row.missed', { day: formats.calendarDay(missedTo) })}
        </Text>
      )}
    </BlockStack>
  );
}

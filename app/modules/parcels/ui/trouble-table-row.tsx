import { BlockStack, Checkbox, IndexTable, InlineStack, Text } from '@shopify/polaris';
import { CondensedRow, Cut, RowLink } from '#app/ui/list-row.tsx';
import type { TroubleRow } from '../trouble/views.ts';
import { MarkBadge, TroubleBadge } from './badges.tsx';
import { causeBeside } from './cause-beside.ts';
import { evidenceOf, wayText, type Voice } from './evidence.ts';

interface Props {
  row: TroubleRow;
  position: number;
  condensed: boolean;
  selected: boolean;
  voice: Voice;
  /** Chooses the row where the table itself offers no way to: on a phone. */
  onSelect(selected: boolean): void;
}

/** One trouble in the list, with why it is one; on a phone its facts stand below each other. */
export function TroubleTableRow({ row, position, condensed, selected, voice, onSelect }: Props) {
  const { formats, words: { t, name } } = voice;
  const link = <RowLink url={`/app/orders/${row.orderId}`}>{row.orderName}</RowLink>;
  const number = row.parcel ? row.parcel.number || t('row.noNumber') : t('row.wholeOrder');
  const carrier = row.carrier && voice.carriers[row.carrier];
  const way = [carrier, wayText(row, voice)].filter(Boolean).join(' · ');
  const since = formats.day(row.since);
  const evidence = evidenceOf(row, voice);
  const cause = causeBeside(row.kind, row.cause);
  const decision = row.mark ? (
    <BlockStack gap="050" inlineAlign="start">
      <MarkBadge mark={row.mark.mark} />
      {row.mark.reason && (
        <Text as="span" variant="bodySm" tone="subdued" breakWord>
          {row.mark.reason}
        </Text>
      )}
    </BlockStack>
  ) : null;
  const promise = <PromisedDay row={row} voice={voice} />;

  if (condensed) {
    return (
      <CondensedRow id={row.id} position={position} selected={selected}>
        <InlineStack align="space-between" gap="200" blockAlign="center">
          <InlineStack gap="100" blockAlign="center">
            <div onClick={(event) => event.stopPropagation()}>
              <Checkbox label={t('row.choose', { order: row.orderName })} labelHidden checked={selected} onChange={onSelect} />
            </div>
            {link}
          </InlineStack>
          <TroubleBadge kind={row.kind} />
        </InlineStack>
        <Text as="p" breakWord>
          {evidence}
        </Text>
        <Text as="p" tone="subdued" breakWord>
          {[number, way].filter(Boolean).join(' · ')}
        </Text>
        <Text as="p" tone="subdued">
          {`${t('columns.since')}: ${since}`}
        </Text>
        {decision}
      </CondensedRow>
    );
  }
  return (
    <IndexTable.Row id={row.id} position={position} selected={selected}>
      <IndexTable.Cell>
        <BlockStack gap="050">
          {link}
          <Text as="span" variant="bodySm" tone="subdued">
            {number}
          </Text>
          {row.recipient && (
            <Cut width="160px" small>{row.recipient}</Cut>
          )}
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack gap="100" inlineAlign="start">
          <TroubleBadge kind={row.kind} />
          {cause && row.kind !== 'exception' && (
            <Text as="span" variant="bodySm" tone="subdued">
              {name('cause', cause)}
            </Text>
          )}
          <div style={{ whiteSpace: 'normal', maxWidth: 180 }}>{decision}</div>
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div style={{ whiteSpace: 'normal', minWidth: 200, maxWidth: 460 }}>{evidence}</div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div style={{ whiteSpace: 'normal', maxWidth: 180 }}>{way}</div>
      </IndexTable.Cell>
      <IndexTable.Cell>{since}</IndexTable.Cell>
      <IndexTable.Cell>{promise}</IndexTable.Cell>
    </IndexTable.Row>
  );
}

function PromisedDay({ row: { parcel }, voice: { formats, words: { t } } }: Pick<Props, 'row' | 'voice'>) {
  if (!parcel) return null;
  return (
    <BlockStack gap="050">
      {parcel.promisedTo && <Text as="span">{formats.calendarDay(parcel.promisedTo)}</Text>}
      {parcel.missedTo && parcel.missedTo !== parcel.promisedTo && (
        <Text as="span" variant="bodySm" tone="critical">
          {t('row.missed', { day: formats.calendarDay(parcel.missedTo) })}
        </Text>
      )}
    </BlockStack>
  );
}

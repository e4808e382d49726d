import { BlockStack, Box, IndexTable, InlineGrid, Link, Text } from '@shopify/polaris';
import type { ReportRow as Row } from '../../report/views.ts';
import { reportCells } from './report-cells.tsx';
import type { ReportVoice } from './use-report-voice.ts';

interface Props {
  row: Row;
  id: string;
  position: number;
  condensed: boolean;
  /** Where the scale of days ends. */
  most: number;
  /** The report narrowed to this row, where it is not that already. */
  narrower: string | null;
  voice: ReportVoice;
}

/** The columns behind the name, in their order. */
export const figureColumns = ['delivered', 'kept', 'late', 'median', 'ninety', 'spread', 'exceptions', 'lost', 'contacts', 'ranges'] as const;

/** The same on a phone, in rows of two and three. */
const stacked = [['kept', 'median'], ['delivered', 'late', 'ninety'], ['spread', 'lost', 'contacts'], ['exceptions', 'ranges']] as const;

/** A carrier or lane; on a phone its figures stand below each other, each with its name. */
export function ReportRow({ row, id, position, condensed, most, narrower, voice }: Props) {
  const cells = reportCells(row, most, voice);
  if (condensed) {
    return (
      <IndexTable.Row id={id} position={position}>
        <Box padding="300" width="100%">
          <BlockStack gap="300">
            <Name row={row} narrower={narrower} voice={voice} />
            {stacked.map((keys) => (
              <InlineGrid key={keys[0]} columns={keys.length} gap="300">
                {keys.map((key) => (
                  <BlockStack key={key} gap="050">
                    <Text as="span" variant="bodySm" tone="subdued">
                      {voice.t(`columns.${key}`)}
                    </Text>
                    {cells[key]}
                  </BlockStack>
                ))}
              </InlineGrid>
            ))}
          </BlockStack>
        </Box>
      </IndexTable.Row>
    );
  }
  return (
    <IndexTable.Row id={id} position={position}>
      <IndexTable.Cell>
        <div style={{ minWidth: row.level === 'lane' ? 150 : 110, maxWidth: 180, whiteSpace: 'normal' }}>
          <Name row={row} narrower={narrower} voice={voice} />
        </div>
      </IndexTable.Cell>
      {figureColumns.map((key) => (
        <IndexTable.Cell key={key}>{cells[key]}</IndexTable.Cell>
      ))}
    </IndexTable.Row>
  );
}

function Name({ row, narrower, voice }: Pick<Props, 'row' | 'narrower' | 'voice'>) {
  const way = voice.way(row);
  const who = (
    <Text as="span" fontWeight="semibold">
      {voice.who(row)}
    </Text>
  );
  return (
    <BlockStack>
      {narrower === null ? (
        who
      ) : (
        <Link url={narrower} monochrome removeUnderline>
          {who}
        </Link>
      )}
      {way && (
        <Text as="span" tone="subdued">
          {way}
        </Text>
      )}
    </BlockStack>
  );
}

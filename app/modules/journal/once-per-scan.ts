import { isSameScan, readShopifyEvent, scanRichness, parcelStatuses, type ScanMark } from '#app/modules/carriers/index.server.ts';
import type { JournalEntry } from './entries.ts';

type ScanLine = Extract<JournalEntry, { type: 'shipment.scanned' | 'shipment.exception' | 'shipment.delivered' }>;
type Marked = { line: ScanLine; mark: ScanMark };

/** Leaves of the lines that Shopify and another source wrote of one scan the one that says more, whichever came first; the others stay as they are. */
export function oncePerScan(lines: readonly JournalEntry[]): JournalEntry[] {
  const kept: Marked[] = [];
  for (const line of lines) {
    if (!isScan(line)) continue;
    const mark = markOf(line);
    const twin = kept.findIndex((other) => other.line.data.fulfillmentId === line.data.fulfillmentId && isSameScan(other.mark, mark));
    const held = kept[twin];
    if (!held) kept.push({ line, mark });
    else if (scanRichness(mark) > scanRichness(held.mark)) kept[twin] = { line, mark };
  }
  const stay = new Set<JournalEntry>(kept.map(({ line }) => line));
  return lines.filter((line) => !isScan(line) || stay.has(line));
}

function isScan(line: JournalEntry): line is ScanLine {
  return line.type === 'shipment.scanned' || line.type === 'shipment.exception' || line.type === 'shipment.delivered';
}

/** Shopify's own words for a status are brought to ours; other sources' lines have ours already. */
function markOf({ source, actor, happenedAt, data: { status, message, city } }: ScanLine): ScanMark {
  const said = source === 'shopify' ? readShopifyEvent(status, message) : { status: parcelStatuses.find((known) => known === status) ?? null, cause: null };
  return { ...said, source: actor ?? source, happenedAt, place: { city } };
}

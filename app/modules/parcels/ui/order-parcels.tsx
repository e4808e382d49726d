import { BlockStack, Card, Divider, InlineStack, Link, Text } from '@shopify/polaris';
import type { JournalEntry } from '#app/modules/journal/index.server.ts';
import type { OrderParcels } from '../list/order-parcels.server.ts';
import { useUndoMarking } from './mark-dialog.tsx';
import { ParcelSection, type ParcelContent } from './parcel-section.tsx';
import { TroublePanel } from './trouble-panel.tsx';
import { useVoice } from './voice.ts';

interface Props {
  parcels: OrderParcels;
  contents: readonly ParcelContent[];
  /** The order's story, of which what was promised is shown here too. */
  timeline: readonly JournalEntry[];
  /** The tracking page as the customer sees it. */
  customerPage: string;
}

/** The order's parcels: where each is, when it comes, what is wrong, and every scan of it. */
export function OrderParcelsCard({ parcels: { stories, troubles, carriers }, contents, timeline, customerPage }: Props) {
  const voice = useVoice(carriers);
  const { t } = voice.words;
  const undo = useUndoMarking();
  const ofOrder = troubles.filter(({ parcel }) => parcel === null);
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t('parcel.title')}
          </Text>
          <Link url={customerPage} target="_blank">
            {t('parcel.customerPage')}
          </Link>
        </InlineStack>
        {ofOrder.map((trouble) => (
          <TroublePanel key={trouble.id} trouble={trouble} voice={voice} onUndo={undo} />
        ))}
        {stories.length === 0 && (
          <Text as="p" tone="subdued">
            {t('parcel.none')}
          </Text>
        )}
        {stories.map((story, at) => (
          <BlockStack key={story.shipmentId} gap="400">
            {at > 0 && <Divider />}
            <ParcelSection
              story={story}
              place={at + 1}
              content={contents.find(({ shipmentId }) => shipmentId === story.shipmentId) ?? null}
              troubles={troubles.filter(({ parcel }) => parcel?.shipmentId === story.shipmentId)}
              promises={timeline.flatMap((entry) => (entry.type === 'promise.made' && entry.data.shipmentId === story.shipmentId ? [entry] : []))}
              voice={voice}
              onUndo={undo}
            />
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

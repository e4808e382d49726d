import { BlockStack, InlineStack, Text } from '@shopify/polaris';
import type { BesideParts } from '#app/modules/inbox/beside/ui/beside-parts.ts';
import { AddressLines } from '#app/modules/orders/ui/address-lines.tsx';
import { FulfillmentBadge, PaymentBadge } from '#app/modules/orders/ui/badges.tsx';
import { storyLine } from '#app/modules/orders/ui/story-line.ts';
import { useOrderWords } from '#app/modules/orders/ui/words.ts';
import { MessageBadge } from '#app/modules/outbox/ui/message-badge.tsx';
import { kindKey, useMessageWords } from '#app/modules/outbox/ui/words.ts';
import { StatusBadge, TroubleBadge } from '#app/modules/parcels/ui/badges.tsx';
import { ProblemBadge } from '#app/modules/problems/ui/problem-badge.tsx';
import { useProblemWords } from '#app/modules/problems/ui/words.ts';
import { ReturnBadge } from '#app/modules/returns/ui/return-badge.tsx';
import { useAdmin } from '#app/ui/admin.tsx';

/** What the rooms lend to the panel beside a conversation. */
export const besideParts: BesideParts = {
  AddressLines,
  ProblemBadge,
  ReturnBadge,
  MessageBadge,
  OrderBadges: ({ order }) => (
    <>
      <PaymentBadge status={order.financialStatus} />
      <FulfillmentBadge status={order.fulfillmentStatus} />
    </>
  ),
  ParcelBadges: ({ parcel }) => (
    <InlineStack gap="200" blockAlign="center">
      <StatusBadge status={parcel.status} cause={parcel.cause} />
      {parcel.troubles.map((kind) => (
        <TroubleBadge key={kind} kind={kind} />
      ))}
    </InlineStack>
  ),
  ProblemName: ({ kind }) => useProblemWords().name('kind', kind),
  NoticeName: ({ kind }) => useMessageWords().name('kind', kindKey(kind)),
  ChannelName: ({ channel }) => useMessageWords().name('channel', channel),
  Happened({ entry }) {
    const words = useOrderWords();
    const { formats, locale } = useAdmin();
    const { text, detail } = storyLine(entry, { words, formats, locale });
    return (
      <BlockStack gap="0">
        <Text as="p" breakWord>
          {text}
        </Text>
        {detail && (
          <Text as="p" variant="bodySm" tone="subdued" breakWord>
            {detail}
          </Text>
        )}
      </BlockStack>
    );
  },
};

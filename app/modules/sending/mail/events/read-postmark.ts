import { z } from 'zod';
import { momentIn, type ProviderEvent } from './provider-event.ts';

const shape = z.object({
  RecordType: z.string(),
  MessageID: z.string(),
  Type: z.string().optional(),
  Inactive: z.boolean().optional(),
  Recipient: z.string().optional(),
  Email: z.string().optional(),
  Details: z.string().optional(),
  Description: z.string().optional(),
  DeliveredAt: z.string().optional(),
  BouncedAt: z.string().optional(),
  Metadata: z.object({ 'aftercare-id': z.string().optional() }).optional(),
});

const forGood = new Set(['HardBounce', 'BadEmailAddress', 'ManuallyDeactivated', 'AddressChange']);

/** What Postmark told: a delivery, a bounce for good, a complaint. Bounces of the moment say nothing yet. */
export function readPostmark(body: unknown): ProviderEvent[] {
  const read = shape.safeParse(body);
  if (!read.success) return [];
  const { RecordType, MessageID, Type = '', Inactive = false, Details, Description, DeliveredAt = '', BouncedAt = '', Metadata, Recipient, Email } = read.data;
  const at = momentIn(DeliveredAt || BouncedAt);
  if (at === null) return [];
  const about = { providerId: MessageID, ownId: Metadata?.['aftercare-id'], at, recipients: [Recipient, Email].flatMap((address) => address ?? []) };
  if (RecordType === 'Delivery') return [{ ...about, event: 'delivered', detail: Details ?? null }];
  if (RecordType === 'SpamComplaint' || Type === 'SpamComplaint') return [{ ...about, event: 'complained', detail: Description ?? null }];
  if (RecordType === 'Bounce' && (Inactive || forGood.has(Type))) return [{ ...about, event: 'bounced', detail: Details || Description || null }];
  return [];
}

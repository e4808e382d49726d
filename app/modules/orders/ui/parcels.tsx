import { Badge, BlockStack, Box, Card, Collapsible, Button, Divider, InlineStack, Link, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import { placeName } from '#app/kernel/place.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import type { CheckpointView, OrderParcel } from '../views.ts';
import { ParcelBadge } from './badges.tsx';
import { useOrderWords } from './words.ts';

/** Each parcel of the order: where it is, its number, what is in it, and its scans. */
export function Parcels({ parcels }: { parcels: readonly OrderParcel[] }) {
  const { t } = useOrderWords();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('parcels.title')}
        </Text>
        {parcels.length === 0 && (
          <Text as="p" tone="subdued">
            {t('parcels.none')}
          </Text>
        )}
        {parcels.map((parcel, at) => (
          <BlockStack key={parcel.id} gap="400">
            {at > 0 && <Divider />}
            <Parcel parcel={parcel} place={at + 1} />
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function Parcel({ parcel, place }: { parcel: OrderParcel; place: number }) {
  const { t } = useOrderWords();
  const { formats } = useAdmin();
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {parcel.fulfillmentName ?? t('parcels.one', { number: place })}
        </Text>
        {parcel.cancelled ? <Badge>{t('parcels.cancelled')}</Badge> : parcel.removedAt ? <Badge>{t('parcels.replaced')}</Badge> : <ParcelBadge status={parcel.status} />}
      </InlineStack>
      <Text as="p" breakWord>
        {parcel.carrier ?? t('parcels.unknownCarrier')} ·{' '}
        {!parcel.number ? (
          t('parcels.noNumber')
        ) : parcel.url ? (
          <Link url={parcel.url} target="_blank" accessibilityLabel={t('parcels.track', { number: parcel.number })}>
            {parcel.number}
          </Link>
        ) : (
          parcel.number
        )}
      </Text>
      <Text as="p" tone="subdued">
        {parcel.deliveredAt
          ? t('parcels.deliveredAt', { at: formats.moment(parcel.deliveredAt) })
          : [
              t('parcels.shippedAt', { at: formats.moment(parcel.shippedAt) }),
              parcel.estimatedDeliveryAt && t('parcels.expected', { day: formats.day(parcel.estimatedDeliveryAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
      </Text>
      <BlockStack as="ul" gap="100">
        {parcel.lines.map((line) => (
          <li key={line.lineId}>
            <Text as="span" breakWord>
              {line.quantity} × {[line.title, line.variantTitle].filter(Boolean).join(' – ')}
            </Text>
          </li>
        ))}
      </BlockStack>
      {parcel.checkpoints.length > 0 && <Scans scans={parcel.checkpoints} />}
    </BlockStack>
  );
}

function Scans({ scans }: { scans: readonly CheckpointView[] }) {
  const { t, name } = useOrderWords();
  const { formats, locale } = useAdmin();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Button variant="plain" disclosure={open ? 'up' : 'down'} ariaExpanded={open} ariaControls={id} onClick={() => setOpen(!open)}>
        {t('parcels.scans', { count: scans.length })}
      </Button>
      <Collapsible id={id} open={open}>
        <BlockStack as="ol" gap="200">
          {[...scans].reverse().map((scan) => (
            <li key={scan.id}>
              <Text as="p" breakWord>
                {name('parcel', scan.status.toLowerCase())}
                {scan.message && `: ${scan.message}`}
              </Text>
              <Box>
                <Text as="p" variant="bodySm" tone="subdued">
                  {[formats.moment(scan.happenedAt), placeName(scan, locale)].filter(Boolean).join(' · ')}
                </Text>
              </Box>
            </li>
          ))}
        </BlockStack>
      </Collapsible>
    </BlockStack>
  );
}

import { BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { DeliveryView, ReturnView } from '../views.ts';
import { useReturnWords } from './words.ts';

/** How it comes back: parcels with their labels, and what was received of it. */
export function WayBack({ view: { deliveries, received, next } }: { view: Pick<ReturnView, 'deliveries' | 'received' | 'next'> }) {
  const { t, name } = useReturnWords();
  const { formats } = useAdmin();
  return (
    <BlockStack gap="300">
      {deliveries.length === 0 ? (
        <Text as="p" tone="subdued">
          {t(next === 'done' ? 'way.noneEnded' : 'way.none')}
        </Text>
      ) : (
        <BlockStack as="ul" gap="200">
          {deliveries.map((delivery) => (
            <li key={delivery.id}>
              <Delivery delivery={delivery} />
            </li>
          ))}
        </BlockStack>
      )}
      {received.length > 0 && (
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {t('way.received')}
          </Text>
          <BlockStack as="ul" gap="200">
            {received.map(({ id, quantity, title, disposition, place, at }) => (
              <li key={id}>
                <Text as="p" breakWord>
                  {formats.number(quantity)} × {title ?? t('unknownItem')}
                </Text>
                <Text as="p" tone="subdued" breakWord>
                  {place ? t('way.place', { disposition: name('disposition', disposition), place }) : name('disposition', disposition)} · {formats.moment(at)}
                </Text>
              </li>
            ))}
          </BlockStack>
        </BlockStack>
      )}
    </BlockStack>
  );
}

function Delivery({ delivery: { carrier, number, url, labelUrl, labelMadeAt, standing } }: { delivery: DeliveryView }) {
  const { t, name } = useReturnWords();
  const { formats } = useAdmin();
  const said = [carrier, number ?? t('way.unnumbered')].filter(Boolean).join(' ');
  return (
    <>
      <InlineStack gap="200">
        {url ? (
          <Link url={url} target="_blank">
            {said}
          </Link>
        ) : (
          <Text as="span" breakWord>
            {said}
          </Text>
        )}
        {labelUrl && (
          <Link url={labelUrl} target="_blank" accessibilityLabel={number === null ? undefined : t('way.labelOf', { number })}>
            {t('way.label')}
          </Link>
        )}
      </InlineStack>
      {standing && (
        <Text as="p" breakWord>
          {[name('parcel', standing.status), standing.place, standing.since && formats.moment(standing.since)].filter(Boolean).join(' · ')}
        </Text>
      )}
      {labelMadeAt && (
        <Text as="p" tone="subdued">
          {t('way.made', { at: formats.moment(labelMadeAt) })}
        </Text>
      )}
    </>
  );
}

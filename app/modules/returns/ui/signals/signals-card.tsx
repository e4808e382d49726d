import { Badge, BlockStack, Box, Divider, Link, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { Buyer, Evidence, Signal } from '../../signals/views.ts';
import { NoteForm } from './note-form.tsx';
import { useSignalWords } from './words.ts';

interface Props {
  /** Null where nobody knows whose order it is. */
  buyer: Buyer | null;
  /** Only where there is something to point to. */
  quiet?: boolean;
}

/** Somebody who sends something back: what they bought and sent back so far, and what is worth knowing, each with its evidence. */
export function SignalsCard({ buyer, quiet = false }: Props) {
  const { t } = useSignalWords();
  if (buyer === null || (quiet && buyer.signals.length === 0)) return null;
  const noted = buyer.signals.find((signal) => signal.is === 'noted');
  return (
    <TitledCard title={t('title')} gap="300">
      <History buyer={buyer} />
      <Link url={`shopify:admin/customers/${buyer.customerId}`} target="_blank">
        {t('openInShopify')}
      </Link>
      {buyer.signals.length > 0 && (
        <>
          <Divider />
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {t('signals')}
            </Text>
            <BlockStack as="ul" gap="300">
              {buyer.signals.map((signal) => (
                <li key={signal.is}>
                  <OneSignal signal={signal} />
                </li>
              ))}
            </BlockStack>
            <Text as="p" variant="bodySm" tone="subdued">
              {t('never')}
            </Text>
          </BlockStack>
        </>
      )}
      {!quiet && <NoteForm customerId={buyer.customerId} reason={noted?.reason ?? null} />}
    </TitledCard>
  );
}

function History({ buyer: { history, currency } }: { buyer: Buyer }) {
  const { t } = useSignalWords();
  const { formats, locale } = useAdmin();
  const { orders, units, ordersBack, unitsBack, valueBack, refunded, reasons } = history;
  const money = (minor: number) => formats.money({ minor, currency });
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(units === 0 ? 0 : Math.min(1, unitsBack / units));
  const hasSentBack = unitsBack > 0;
  return (
    <>
      <Facts
        facts={[
          [t('history.orders'), hasSentBack ? t('history.ordersBack', { orders: formats.number(orders), back: formats.number(ordersBack) }) : formats.number(orders)],
          [t('history.rate'), hasSentBack ? t('history.rateOf', { share, back: formats.number(unitsBack), units: formats.number(units) }) : null],
          [t('history.value'), hasSentBack ? t('history.valueOf', { value: money(valueBack), refunded: money(refunded) }) : null],
          [t('history.reasons'), reasons.map((row) => t('history.reason', { reason: row.name ?? row.reason ?? t('history.noReason'), count: row.units })).join('\n') || null],
        ]}
      />
      {!hasSentBack && (
        <Text as="p" tone="subdued">
          {t('first')}
        </Text>
      )}
    </>
  );
}

function OneSignal({ signal }: { signal: Signal }) {
  const { t } = useSignalWords();
  const { formats } = useAdmin();
  switch (signal.is) {
    case 'blocked_tag':
      return <Badge tone="attention">{t('signal.blocked_tag', { tags: signal.tags.join(', ') })}</Badge>;
    case 'noted':
      return (
        <BlockStack gap="100">
          <Text as="p" fontWeight="semibold">
            {t('signal.noted', { at: formats.day(signal.at) })}
          </Text>
          <Text as="p" breakWord>
            {signal.reason}
          </Text>
        </BlockStack>
      );
    default:
      return (
        <BlockStack gap="100">
          <Text as="p" fontWeight="semibold">
            {t(`signal.${signal.is}`)}
          </Text>
          <Box paddingInlineStart="200">
            <BlockStack as="ul" gap="050">
              {signal.evidence.map((one) => (
                <li key={one.id}>
                  <Link url={addressOf(one)}>{t('evidence', { name: one.name, at: formats.day(one.at) })}</Link>
                </li>
              ))}
            </BlockStack>
          </Box>
        </BlockStack>
      );
  }
}

function addressOf({ kind, id }: Evidence): string {
  return kind === 'return' ? `/app/returns/${id}` : `/app/problems/${id}`;
}

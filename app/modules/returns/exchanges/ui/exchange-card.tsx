import { Badge, BlockStack, Button, InlineStack, Link, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { ExchangeCardLine, ExchangeCardView } from '../card/exchange-card.server.ts';
import { Replacement } from './replacement.tsx';
import { useExchangeWords } from './words.ts';

interface Props {
  view: ExchangeCardView | null;
  /** False where its reader may only look. */
  mayAct: boolean;
  /** Names whatever is done from this page as it was shown. */
  actKey: string;
}

/** What goes out for a return: whether it is there, held and paid for, and what it would mean to send it before anything comes back. */
export function ExchangeCard({ view, mayAct, actKey }: Props) {
  const { t } = useExchangeWords();
  const { formats } = useAdmin();
  if (!view) return null;
  const { lines, owed, sendNow, replacement } = view;
  const isMissing = lines.some(({ stock, held }) => !held && (stock === 'gone' || (stock && stock.stock === 'sold_out')));
  return (
    <TitledCard title={t('card.title')}>
      {lines.length > 0 && (
        <BlockStack as="ul" gap="200">
          {lines.map((line) => (
            <Line key={line.id} line={line} isUnpaid={owed !== null} />
          ))}
        </BlockStack>
      )}
      {isMissing && <Text as="p">{t('card.soldOutText')}</Text>}
      {owed && (
        <BlockStack gap="100">
          <Text as="p" fontWeight="semibold">
            {t('card.owed', { amount: formats.money(owed.amount) })}
          </Text>
          <Text as="p" tone="subdued">
            {t('card.owedText')}
          </Text>
          {owed.payUrl && (
            <InlineStack>
              <Link url={owed.payUrl} target="_blank">
                {t('card.payPage')}
              </Link>
            </InlineStack>
          )}
        </BlockStack>
      )}
      {replacement && mayAct && <Replacement view={view} step={replacement} actKey={actKey} />}
      {sendNow && mayAct && (
        <BlockStack gap="200">
          <Text as="p" tone="subdued">
            {sendNow.value ? t('card.risk', { value: formats.money(sendNow.value) }) : t('card.riskUnknown')} {sendNow.orders > 0 && t('card.history', { count: sendNow.orders, returns: sendNow.returns })}
          </Text>
          <InlineStack>
            <Button url={sendNow.path}>{t('card.sendNow')}</Button>
          </InlineStack>
        </BlockStack>
      )}
    </TitledCard>
  );
}

function Line({ line: { title, quantity, sent, stock, held }, isUnpaid }: { line: ExchangeCardLine; isUnpaid: boolean }) {
  const { t } = useExchangeWords();
  const { formats } = useAdmin();
  const badge = sent >= quantity ? sentBadge() : stockBadge();
  return (
    <li>
      <InlineStack gap="200" blockAlign="center">
        <Text as="span">{t('card.units', { count: quantity, title })}</Text>
        {badge && <Badge tone={badge.tone}>{badge.words}</Badge>}
        {held && <Badge tone="info">{t('card.held', { count: held.quantity, until: formats.moment(held.until) })}</Badge>}
      </InlineStack>
      {sent > 0 && sent < quantity && (
        <Text as="p" tone="subdued">
          {t('card.sent', { sent, count: quantity })}
        </Text>
      )}
    </li>
  );

  function sentBadge() {
    return isUnpaid ? { tone: 'attention' as const, words: t('card.onHold') } : { tone: 'success' as const, words: t('card.allSent') };
  }

  function stockBadge(): { tone?: 'critical' | 'success'; words: string } | null {
    if (stock === null) return null;
    if (stock === 'gone') return { tone: 'critical', words: t('card.gone') };
    if (stock.stock === 'sold_out') return held ? null : { tone: 'critical', words: t('card.soldOut') };
    if (stock.stock === 'on_order') return { words: t('card.onOrder') };
    return { tone: 'success', words: stock.left === null ? t('card.uncounted') : t('card.inStock', { left: stock.left }) };
  }
}

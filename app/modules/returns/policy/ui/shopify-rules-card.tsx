import { Badge, BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { ShopifyFee } from '../desk/views.ts';
import { usePolicyWords } from './words.ts';

/** What can be seen of Shopify's own return rules, and where this policy has something else. */
export function ShopifyRulesCard({ fees }: { fees: readonly ShopifyFee[] }) {
  const { t } = usePolicyWords();
  const { formats, locale, shop: { currency } } = useAdmin();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return (
    <TitledCard title={t('shopify.title')} text={t('shopify.text')} gap="300">
      {fees.length === 0 && <Text as="p">{t('shopify.none')}</Text>}
      {fees.length > 0 && (
        <BlockStack as="ul" gap="200">
          {fees.map(({ kind, value, returns, differs }) => (
            <li key={`${kind}${value}`}>
              <InlineStack gap="200" blockAlign="center">
                <Text as="span">{t(`shopify.${kind}`, { value: kind === 'restocking' ? percent.format(value / 100) : formats.money({ minor: value, currency }) })}</Text>
                <Text as="span" tone="subdued">
                  {t('try.returns', { count: returns })}
                </Text>
                {differs && <Badge tone="attention">{t('shopify.differs')}</Badge>}
              </InlineStack>
            </li>
          ))}
        </BlockStack>
      )}
      <Link url="shopify:admin/settings/legal" target="_blank">
        {t('shopify.open')}
      </Link>
    </TitledCard>
  );
}

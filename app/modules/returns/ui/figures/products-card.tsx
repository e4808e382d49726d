import { Text } from '@shopify/polaris';
import { FiguresTable } from '#app/ui/figures-table.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { ItemFigures, ProductFigures } from '../../figures/views.ts';
import type { FiguresVoice } from './use-figures-voice.ts';

const mostShown = 20;

/** How much of each product came back and why, and of its variants where it has several. */
export function ProductsCard({ products, voice }: { products: readonly ProductFigures[]; voice: FiguresVoice }) {
  const { t } = voice;
  const shown = products.slice(0, mostShown);
  return (
    <TitledCard title={t('products.title')} text={t('products.text')} gap="300">
      <ItemsTable caption={t('products.title')} items={shown} nameOf={({ title }) => title} voice={voice} />
      {shown
        .filter(({ variants }) => variants.length > 1)
        .map((product) => (
          <details key={product.productId ?? product.title}>
            <summary style={{ cursor: 'pointer', paddingBlock: 'var(--p-space-100)' }}>
              {product.title} · {t('products.variants', { count: product.variants.length })}
            </summary>
            <ItemsTable caption={product.title} items={product.variants} nameOf={({ variantTitle }) => variantTitle ?? '–'} voice={voice} />
          </details>
        ))}
      {products.length > shown.length && (
        <Text as="p" tone="subdued">
          {t('products.shown', { count: shown.length })}
        </Text>
      )}
    </TitledCard>
  );
}

interface ItemsProps {
  caption: string;
  items: readonly ItemFigures[];
  nameOf(item: ItemFigures): string;
  voice: FiguresVoice;
}

function ItemsTable({ caption, items, nameOf, voice: { t, count, shareOf, reason } }: ItemsProps) {
  const firstReason = ({ reasons, unitsBack }: ItemFigures) => {
    const [first] = reasons;
    return first ? t('products.reasonOf', { reason: reason(first), share: shareOf(first.units, unitsBack) }) : '–';
  };
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={caption}>
      <FiguresTable
        caption={caption}
        headings={[t('products.product'), t('products.sold'), t('products.back'), t('products.rate'), t('products.reason')]}
        rows={items.map((item) => [nameOf(item), count(item.units), count(item.unitsBack), shareOf(item.unitsBack, item.units), firstReason(item)])}
      />
    </div>
  );
}

import { gid } from '#app/kernel/ids.ts';
import { parseMoney } from '#app/kernel/money.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { PricesNowDocument } from '#app/platform/shopify/operations.generated.ts';
import type { AgreedExchange } from '../money/preview-return.server.ts';

interface Line {
  id: string;
  variantId: string | null;
}

/**
 * What exchange goods of returns begun elsewhere cost: Shopify keeps no price with them, so today's is taken. Where it was another when the return was
 * made, Shopify's preview differs from our account, and nothing is sent.
 */
export async function pricesOfExchanges(admin: AdminClient, lines: readonly Line[], { currency, presentment }: { currency: string; presentment: string }): Promise<Map<string, AgreedExchange>> {
  const ids = [...new Set(lines.flatMap(({ variantId }) => (variantId === null ? [] : gid('ProductVariant', variantId))))];
  if (ids.length === 0 || currency !== presentment) return new Map();
  const { nodes } = await admin.run(PricesNowDocument, { ids });
  return new Map(
    lines.flatMap(({ id, variantId }): [string, AgreedExchange][] => {
      const variant = nodes.find((node) => node?.__typename === 'ProductVariant' && node.id === gid('ProductVariant', variantId ?? ''));
      return variant?.__typename === 'ProductVariant' ? [[id, { unitPrice: parseMoney(variant.price, currency).minor, taxable: variant.taxable, discount: null }]] : [];
    }),
  );
}

import type { Session } from '@shopify/shopify-api';
import { z } from 'zod';
import { numericId } from '#app/kernel/ids.ts';
import { AdminApiError } from './errors.ts';
import { sendDocument } from './send-document.server.ts';

const identity = z.object({ shop: z.object({ id: z.string() }) });

/** Shopify's own id of the shop a session belongs to, asked before the shop has a row, and so without a budget. */
export async function identifyShop({ shop, accessToken }: Pick<Session, 'shop' | 'accessToken'>): Promise<string> {
  const { status, data, problems, requestId } = await sendDocument(shop, accessToken ?? '', 'query ShopIdentity { shop { id } }', {});
  const known = identity.safeParse(data);
  if (!known.success) throw new AdminApiError('ShopIdentity', status, problems, requestId);
  return numericId('Shop', known.data.shop.id);
}

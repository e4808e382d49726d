import { NotModelled, type UserError, userError } from '../user-error.ts';
import type { AppMetafieldRecord } from '../records.ts';
import type { Change } from '../world.ts';

interface Input {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
}

const MOST_AT_ONCE = 25;

/** `metafieldsSet`, of which only an app's own data is played: JSON that belongs to its installation. All are written or none. */
export function metafieldsSet(change: Change, { metafields }: { metafields: Input[] }): { metafields: AppMetafieldRecord[] | null; userErrors: UserError[] } {
  const refuse = (field: string[], message: string, code: string) => ({ metafields: null, userErrors: [userError(field, message, code)] });
  if (metafields.length > MOST_AT_ONCE) return refuse(['metafields'], `Exceeded the maximum metafields input limit of ${MOST_AT_ONCE}.`, 'LESS_THAN_OR_EQUAL_TO');
  const written: AppMetafieldRecord[] = [];
  for (const [index, { ownerId, namespace, key, type, value }] of metafields.entries()) {
    if (!ownerId.startsWith('gid://shopify/AppInstallation/')) throw new NotModelled(`metafields of ${ownerId}`);
    if (type !== 'json' || !namespace) throw new NotModelled('metafields other than JSON in a namespace of their own');
    if (!isJson(value)) return refuse(['metafields', String(index), 'value'], 'Value is invalid JSON.', 'INVALID_VALUE');
    written.push({ namespace, key, type, value, updatedAt: change.now });
  }
  const isNew = (kept: AppMetafieldRecord) => !written.some(({ namespace, key }) => namespace === kept.namespace && key === kept.key);
  change.put('shops', { ...change.shop, appMetafields: [...(change.shop.appMetafields ?? []).filter(isNew), ...written] });
  return { metafields: written, userErrors: [] };
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

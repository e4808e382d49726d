import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Current, Setting } from './setting.ts';

interface Row {
  name: string;
  value: unknown;
  version: number;
}

/** What each transaction found stored: they are few, and most of what is decided asks for several of them, many times over. */
const stored = new WeakMap<ShopTx, Promise<Row[]>>();

/**
 * The setting as it stands, or its initial value; one transaction sees it stand as it did when it first asked for any. What an older version of us
 * stored and no longer fits counts as unset.
 */
export async function readSetting<Value>(tx: ShopTx, setting: Setting<Value>): Promise<Current<Value>> {
  const asked = stored.get(tx) ?? runInBulk<Row & Record<string, unknown>>(tx, 'select name, value, version from settings', [], 'settings');
  stored.set(tx, asked);
  const row = (await asked).find(({ name }) => name === setting.name);
  if (!row) return { value: setting.initial, version: 0 };
  const read = setting.schema.safeParse(row.value);
  return { value: read.success ? read.data : setting.initial, version: row.version };
}

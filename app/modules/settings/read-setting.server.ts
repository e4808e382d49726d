import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Current, Setting } from './setting.ts';

/** The setting as it stands, or its initial value. What an older version of us stored and no longer fits counts as unset. */
export async function readSetting<Value>(tx: ShopTx, setting: Setting<Value>): Promise<Current<Value>> {
  const [row] = await tx.$queryRaw<{ value: unknown; version: number }[]>(
    sql`select value, version from settings where name = ${setting.name}`,
  );
  if (!row) return { value: setting.initial, version: 0 };
  const read = setting.schema.safeParse(row.value);
  return { value: read.success ? read.data : setting.initial, version: row.version };
}

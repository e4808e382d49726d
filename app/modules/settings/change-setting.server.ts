import { ExpectedError } from '#app/kernel/errors.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Current, Setting } from './setting.ts';

/**
 * Stores a new value if the setting still is what the writer saw (`version`); otherwise nothing changes and it throws
 * `conflict`, because the later of two people must not undo the earlier unseen. `afterwards` belongs to the change: both hold, or neither.
 */
export async function changeSetting<Value>(
  ctx: ShopContext,
  setting: Setting<Value>,
  change: { value: Value; version: number; by: string | null; afterwards?: ((tx: ShopTx) => Promise<unknown>) | undefined },
): Promise<Current<Value>> {
  const value = setting.schema.parse(change.value);
  const now = ctx.clock.now();
  const body = JSON.stringify(value);
  return ctx.tx(async (tx) => {
    const [stored] = await (change.version === 0
      ? tx.$queryRaw<{ version: number }[]>(sql`
          insert into settings (name, value, updated_at, updated_by) values (${setting.name}, ${body}::jsonb, ${now}, ${change.by})
          on conflict do nothing returning version`)
      : tx.$queryRaw<{ version: number }[]>(sql`
          update settings set value = ${body}::jsonb, version = version + 1, updated_at = ${now}, updated_by = ${change.by}
           where name = ${setting.name} and version = ${change.version} returning version`));
    if (!stored) throw new ExpectedError('conflict', 409, 'The settings were changed by someone else.');
    await change.afterwards?.(tx);
    return { value, version: stored.version };
  });
}

import { isDeepStrictEqual } from 'node:util';
import { numericId } from '#app/kernel/ids.ts';
import { changeSetting, readSetting } from '#app/modules/settings/index.server.ts';
import { ReturnLocationsDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { returnAddressesSetting, type ReturnAddress } from './return-addresses.ts';

/** Reads where the shop's returns may go. */
export async function readReturnAddresses(ctx: ShopContext): Promise<void> {
  const { locations, first } = await ctx.admin.run(ReturnLocationsDocument, {});
  const addresses = locations.nodes.map(({ id, name, address }): ReturnAddress => ({ id: numericId('Location', id), name, address: address.formatted.join(', '), isFirst: id === first?.id }));
  const { value, version } = await ctx.tx((tx) => readSetting(tx, returnAddressesSetting));
  if (!isDeepStrictEqual(value, addresses)) await changeSetting(ctx, returnAddressesSetting, { value: addresses, version, by: null });
}

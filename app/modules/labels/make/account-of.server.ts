import { NotSent } from '#app/modules/compensation/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { keyOf, labelAccountsSetting } from '../accounts/label-accounts.ts';
import type { LabelAdapter } from '../adapters/label-adapter.ts';
import { labelAdapters } from '../adapters/label-adapters.server.ts';
import { LabelRefused } from '../adapters/label-problem.ts';
import { isLabelService } from '../way-back.ts';
import type { LabelNeeds } from './label-needs.ts';

/** The label, and the account that it is made with. */
export async function accountOf(ctx: ShopContext, labelId: string, { sealer }: LabelNeeds) {
  const { label, accounts } = await ctx.tx(async (tx) => ({ label: await tx.labels.findFirst({ where: { id: labelId } }), accounts: (await readSetting(tx, labelAccountsSetting)).value }));
  if (!label || !isLabelService(label.maker)) throw new NotSent('There is no such label to be made.');
  const account = accounts[label.maker];
  if (!account) throw new LabelRefused('key', '');
  const adapter: LabelAdapter = labelAdapters[label.maker];
  return { label, adapter, key: keyOf(account, sealer) };
}

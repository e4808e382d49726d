import { after } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Place } from '#app/modules/own-words/index.server.ts';
import type { NoticeSummary } from '../views.ts';
import { furtherKinds } from './further-kinds.ts';
import { furtherMails } from './further-mails.server.ts';

/** The same of the mails of other rooms, by what the outbox made of them. */
export async function furtherOverview(tx: ShopTx, ctx: ShopContext, own: readonly (Place & { failed: boolean })[], period: number): Promise<NoticeSummary[]> {
  const since = after(ctx.clock.now(), -period);
  const summaries: NoticeSummary[] = [];
  for (const kind of furtherKinds) {
    const { sentAs, isOn } = furtherMails[kind];
    const rows = await tx.outbox.groupBy({ by: ['state'], where: { kind: sentAs, created_at: { gt: since } }, _count: true });
    const count = (...states: string[]) => rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row._count, 0);
    const ofKind = own.filter((one) => one.kind === kind);
    summaries.push({
      kind,
      on: await isOn(tx, ctx),
      told: count('queued', 'sending', 'sent', 'unknown'),
      held: count('dropped'),
      failed: count('failed'),
      ownLanguages: [...new Set(ofKind.map(({ locale }) => locale))],
      wordsFailed: ofKind.some(({ failed }) => failed),
      ownRules: false,
    });
  }
  return summaries;
}

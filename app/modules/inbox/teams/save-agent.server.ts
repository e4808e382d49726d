import { z } from 'zod';
import { notFound } from '#app/kernel/errors.ts';
import { readJson } from '#app/kernel/json.ts';
import { dayIn, startOfDay } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { SavedSetting } from '#app/modules/settings/index.server.ts';
import { wrongFields } from '#app/ui/read-form.ts';
import { wakeAssigning } from './wake-assigning.server.ts';

const schema = z.object({
  /** What customers read; empty: the name Shopify told. */
  displayName: z.string().trim().max(70, 'tooLong').regex(/^[^<>"\r\n]*$/, 'invalid'),
  signature: z.string().trim().max(1_000, 'tooLong'),
  /** The most open tickets they are given by themselves; null: any. */
  mostOpen: z.int('number').min(1, 'tooSmall').max(10_000, 'tooLarge').nullable(),
  isAway: z.boolean(),
  /** The first day on which they are back; empty: until they say so. */
  backOn: z.union([z.literal(''), z.iso.date('date')]),
});

export type AgentForm = z.infer<typeof schema>;

/** An agent as their form shows them, or null where the shop has nobody of that number. */
export async function readAgent(tx: ShopTx, staffId: string, { zone, now }: { zone: string; now: Date }): Promise<{ name: string | null; form: AgentForm } | null> {
  const member = await tx.staff_members.findFirst({ where: { id: staffId }, select: { name: true } });
  if (!member) return null;
  const agent = await tx.agents.findFirst({ where: { staff_id: staffId } });
  const isAway = agent?.away_since != null && (agent.away_until === null || agent.away_until > now);
  const backOn = isAway && agent.away_until ? dayIn(zone, agent.away_until) : '';
  return { name: member.name, form: { displayName: agent?.display_name ?? '', signature: agent?.signature ?? '', mostOpen: agent?.most_open ?? null, isAway, backOn } };
}

/** Saves how somebody answers customers, and whether they are there. Whoever leaves or comes back changes who is given what waits. */
export async function saveAgent(ctx: ShopContext, staffId: string, form: FormData): Promise<SavedSetting<AgentForm>> {
  const read = schema.safeParse(readJson(String(form.get('value'))));
  if (!read.success) return { errors: { fields: wrongFields(read.error), form: null } };
  const { displayName, signature, mostOpen, isAway, backOn } = read.data;
  const now = ctx.clock.now();
  const awayUntil = isAway && backOn !== '' ? startOfDay(ctx.shop.ianaTimezone, backOn) : null;
  await ctx.tx(async (tx) => {
    if (!(await tx.staff_members.findFirst({ where: { id: staffId }, select: { id: true } }))) throw notFound('staff');
    const before = await tx.agents.findFirst({ where: { staff_id: staffId }, select: { away_since: true } });
    const agent = { display_name: displayName || null, signature, most_open: mostOpen, away_since: isAway ? (before?.away_since ?? now) : null, away_until: awayUntil };
    await tx.agents.createMany({ data: { staff_id: staffId, ...agent }, skipDuplicates: true });
    await tx.agents.updateMany({ where: { staff_id: staffId }, data: agent });
    await wakeAssigning(tx);
    if (awayUntil) await wakeAssigning(tx, awayUntil);
  });
  return { saved: { value: read.data, version: 0 } };
}

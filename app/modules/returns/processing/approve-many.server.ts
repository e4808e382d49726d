import { z } from 'zod';
import { ExpectedError } from '#app/kernel/errors.ts';
import { isNumericId } from '#app/kernel/ids.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { actOnReturn } from '../act-on-return.server.ts';
import type { ActAnswer } from '../acts.ts';

/** What came of each approval, in the order in which they were chosen. */
export type ApprovedMany = { is: 'told'; each: { id: string; answer: ActAnswer }[] } | { is: 'invalid' };

/** A page of the list. */
const most = 25;

const form = z.object({ notify: z.enum(['yes', 'no']), chosen: z.array(z.object({ id: z.string().refine(isNumericId), key: z.uuid() })).min(1).max(most) });

/** Approves chosen requests, each an act of its own: one that cannot be approved holds up no other. */
export async function approveMany(ctx: ShopContext, data: FormData, by: string | null): Promise<ApprovedMany> {
  const read = form.safeParse({ notify: data.get('notify'), chosen: jsonOf(data.get('chosen')) });
  if (!read.success) return { is: 'invalid' };
  const each: { id: string; answer: ActAnswer }[] = [];
  for (const { id, key } of read.data.chosen) each.push({ id, answer: await approve(ctx, { id, key, notify: read.data.notify === 'yes', by }) });
  return { is: 'told', each };
}

async function approve(ctx: ShopContext, { id, key, notify, by }: { id: string; key: string; notify: boolean; by: string | null }): Promise<ActAnswer> {
  try {
    return await actOnReturn(ctx, { returnId: id, key, input: { act: 'approve', notify }, by });
  } catch (error) {
    if (error instanceof ExpectedError) return { is: 'moved' };
    ctx.log.warn({ error, returnId: id }, 'a return could not be approved with others');
    return { is: 'failed' };
  }
}

function jsonOf(value: FormDataEntryValue | null): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : null;
  } catch {
    return null;
  }
}

import { z } from 'zod';
import { unknownIntent } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { previewTelling, type TellingPreview } from '../telling/preview-telling.server.ts';
import { tellCustomers, mostTold, type LeftOut } from '../telling/tell-customers.server.ts';
import { markTroubles, undoMarking } from '../trouble/mark-troubles.server.ts';
import type { TroubleFilter } from '../trouble/views.ts';

export type ActionAnswer = { marked: number; at: string } | { undone: number } | { invalid: string } | { told: number; left: LeftOut } | { tooMany: number } | TellingPreview;

interface Needs {
  /** What "all of the list" means: the filter in the list's address. */
  filter: TroubleFilter;
  by: string | null;
  /** The signed address of an order's page. */
  linkTo(orderId: string): string;
}

/** What is dismissed is not looked at again: why must be said. */
const decision = z
  .object({ mark: z.enum(['watched', 'claimed', 'dismissed']), reason: z.string().trim().max(200) })
  .refine(({ mark, reason }) => mark !== 'dismissed' || reason !== '');
const moment = z.iso.datetime();

/** Does what the parcels screen asks for: mark, take back, show what would be written, write. */
export async function actOnTroubles(ctx: ShopContext, form: FormData, { filter, ...needs }: Needs): Promise<ActionAnswer> {
  const which = form.get('all') === 'yes' ? filter : idsIn(form);
  switch (form.get('intent')) {
    case 'mark': {
      const read = decision.safeParse({ mark: form.get('mark'), reason: form.get('reason') ?? '' });
      if (!read.success) return { invalid: 'decision' };
      const at = ctx.clock.now();
      const marked = await markTroubles(ctx, which, { mark: read.data.mark, reason: read.data.reason || null, by: needs.by, at });
      return { marked, at: at.toISOString() };
    }
    case 'undo': {
      const at = moment.safeParse(form.get('at'));
      return at.success ? { undone: await undoMarking(ctx, { at: new Date(at.data), by: needs.by }) } : { invalid: 'moment' };
    }
    case 'take-back':
      return { undone: await markTroubles(ctx, which, { mark: null, reason: null, by: needs.by }) };
    case 'preview-message':
      return previewTelling(ctx, which, needs);
    case 'message': {
      const told = await tellCustomers(ctx, which, needs);
      return told === 'tooMany' ? { tooMany: mostTold } : told;
    }
    default:
      throw unknownIntent();
  }
}

function idsIn(form: FormData): string[] {
  return String(form.get('ids') ?? '').split(',').filter((id) => /^\d{1,18}$/.test(id));
}

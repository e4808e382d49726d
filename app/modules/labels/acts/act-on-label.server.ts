import { z } from 'zod';
import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import { parseMoney } from '#app/kernel/money.ts';
import { decideChain } from '#app/modules/compensation/index.server.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { readForm, type FormErrors } from '#app/ui/read-form.ts';
import { beginGiveBack } from '../make/begin-give-back.server.ts';
import { lockWays } from '../make/begin-way-back.server.ts';
import { wasScanned } from '../make/end-way-back.server.ts';
import { labelChains } from '../make/label-chains.server.ts';
import type { LabelNeeds } from '../make/label-needs.ts';
import { isLabelService } from '../way-back.ts';
import { noteNumber, orderOf } from './note-number.server.ts';
import { carrierField, numberField, numberForm } from './number-form.ts';
import { replaceWay } from './replace-way.server.ts';
import { keepUpload, readUpload } from './upload-label.server.ts';

/** What came of it. `scanned`: the label before is used; `forbidden`: it is not theirs to decide. */
export type LabelAnswer = { is: 'done' | 'forbidden' | 'scanned' } | { errors: FormErrors };

interface With {
  returnId: string;
  needs: LabelNeeds;
  by: string | null;
}

const uploadForm = z.object({ carrier: carrierField, number: numberField, cost: z.string().trim().regex(/^(\d{1,7}([.,]\d{1,3})?)?$/, 'number').default('') });

/** What people of the shop do about how a return comes back, by the intent of their form. */
export async function actOnLabel(ctx: ShopContext, form: FormData, { returnId, needs, by }: With): Promise<LabelAnswer> {
  const orderId = await orderOf(ctx, returnId);
  if (by !== null && !(await ctx.tx((tx) => mayStaff(tx, by, 'approve')))) return { is: 'forbidden' };
  const now = ctx.clock.now();
  const intent = String(form.get('intent'));
  switch (intent) {
    case 'buy': {
      const maker = String(form.get('service'));
      if (!isLabelService(maker)) throw notFound('service');
      return ctx.tx(async (tx) => replaceWay(tx, { orderId, returnId, maker, kind: form.get('qr') === 'true' ? 'qr' : 'label', by, at: now }));
    }
    case 'upload': {
      const read = readForm(uploadForm, form);
      const file = await readUpload(form.get('file'));
      if (!read.ok || 'problem' in file) return { errors: { fields: { ...(read.ok ? {} : read.errors.fields), ...('problem' in file ? { file: file.problem } : {}) }, form: null } };
      const { cost, ...typed } = read.value;
      return keepUpload(ctx, needs, { orderId, returnId, file, ...typed, cost: cost === '' ? null : parseMoney(cost.replace(',', '.'), ctx.shop.currency), by });
    }
    case 'number': {
      const read = readForm(numberForm, form);
      if (!read.ok) return { errors: read.errors };
      await noteNumber(ctx, { returnId, ...read.value });
      return { is: 'done' };
    }
    case 'give-back':
      return ctx.tx((tx) => giveBack(tx, { orderId, returnId, by, at: now, key: String(form.get('key')) }));
    case 'again':
    case 'give-up':
      await decide(ctx, returnId, intent === 'again' ? 'again' : 'drop', needs);
      return { is: 'done' };
    default:
      throw new ExpectedError('unknown_intent', 400, 'There is no such action.');
  }
}

async function giveBack(tx: ShopTx, { orderId, returnId, by, at, key }: { orderId: string; returnId: string; by: string | null; at: Date; key: string }): Promise<LabelAnswer> {
  await lockWays(tx, orderId);
  const way = await tx.label_returns.findFirst({ where: { return_id: returnId, current: true } });
  const label = way && (await tx.labels.findFirst({ where: { id: way.label_id, state: { in: ['bought', 'ready'] }, reference: { not: null } } }));
  if (!label) throw notFound('label');
  if (await wasScanned(tx, label)) return { is: 'scanned' };
  await beginGiveBack(tx, { labelId: label.id, returnId, orderId, by, requestKey: `give-back:${label.id}:${z.uuid().parse(key)}`, at });
  return { is: 'done' };
}

/** What a person decides about the work on a label that waits for them. */
async function decide(ctx: ShopContext, returnId: string, decision: 'again' | 'drop', needs: LabelNeeds): Promise<void> {
  const [stuck] = await ctx.tx((tx) => tx.$queryRaw<{ id: string }[]>`
    select c.id from label_returns r join labels l on l.id = r.label_id
      join chains c on c.order_id = l.order_id and c.input->>'labelId' = l.id::text and c.kind in ('labels.make', 'labels.attach', 'labels.give_back') and c.state = 'attention'
     where r.return_id = ${returnId} order by r.current desc, c.created_at limit 1`);
  if (!stuck) throw notFound('label');
  const kinds = labelChains(() => needs);
  await decideChain(ctx, kinds, stuck.id, decision);
}

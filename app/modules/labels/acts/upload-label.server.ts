import type { Money } from '#app/kernel/money.ts';
import { after, hour } from '#app/kernel/time.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { goOn } from '../make/go-on.server.ts';
import { removeLabelFilesJob } from '../make/jobs.ts';
import { kindOfFile, mostBytes, putLabelFile, type FileKind } from '../make/label-file.ts';
import type { LabelNeeds } from '../make/label-needs.ts';
import { replaceWay } from './replace-way.server.ts';

interface Upload {
  orderId: string;
  returnId: string;
  file: { kind: FileKind; bytes: Uint8Array };
  carrier: string;
  number: string;
  /** What the shop paid for it elsewhere. */
  cost: Money | null;
  by: string | null;
}

/** A label file of a form, by its own first bytes, or the name of a text that says why not. */
export async function readUpload(sent: FormDataEntryValue | null): Promise<Upload['file'] | { problem: 'labelFile' | 'labelTooBig' | 'required' }> {
  if (!(sent instanceof Blob) || sent.size === 0) return { problem: 'required' };
  if (sent.size > mostBytes) return { problem: 'labelTooBig' };
  const bytes = new Uint8Array(await sent.arrayBuffer());
  const kind = kindOfFile(bytes);
  return kind ? { kind, bytes } : { problem: 'labelFile' };
}

/** A label that the shop got elsewhere takes the place of what there was. */
export async function keepUpload(ctx: ShopContext, { files }: LabelNeeds, { orderId, returnId, file, carrier, number, cost, by }: Upload): Promise<{ is: 'done' } | { is: 'scanned' }> {
  const now = ctx.clock.now();
  const replaced = await ctx.tx(async (tx) => {
    const made = await replaceWay(tx, { orderId, returnId, maker: 'hand', kind: 'label', by, at: now });
    // Written before the file is: what no row comes to speak of is removed.
    if (made.is === 'done') await enqueue(tx, removeLabelFilesJob, { labelIds: [made.labelId] }, { runAt: after(now, hour) });
    return made;
  });
  if (replaced.is === 'scanned') return replaced;
  const { labelId } = replaced;
  await putLabelFile(files, ctx.shop, labelId, 'label', file);
  await ctx.tx(async (tx) => {
    const bought = cost === null ? {} : { cost: cost.minor, currency: cost.currency, bought_at: now };
    await tx.labels.updateMany({ where: { id: labelId, maker: 'hand', state: 'wanted' }, data: { state: 'ready', ready_at: now, file: file.kind, carrier: carrier || null, number: number || null, ...bought } });
    await goOn(tx, labelId, now);
  });
  return { is: 'done' };
}

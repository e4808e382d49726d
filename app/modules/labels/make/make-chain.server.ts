import { gid } from '#app/kernel/ids.ts';
import { parseMoney } from '#app/kernel/money.ts';
import { after, hour } from '#app/kernel/time.ts';
import { defineChain, NotSent, type AnyChain, type StepAt, type StepResult } from '#app/modules/compensation/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import { UserErrors } from '#app/platform/shopify/errors.ts';
import { ReturnToLabelDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { fetchFile } from '../adapters/call-service.server.ts';
import type { BoughtLabel } from '../adapters/label-adapter.ts';
import { LabelRefused, ServiceSilent, type LabelProblem } from '../adapters/label-problem.ts';
import { accountOf } from './account-of.server.ts';
import { makeKind, type AboutLabel } from './chain-kinds.ts';
import { endUnneeded } from './end-way-back.server.ts';
import { goOn } from './go-on.server.ts';
import { removeLabelFilesJob } from './jobs.ts';
import { kindOfFile, putLabelFile, type FileKind } from './label-file.ts';
import type { LabelNeeds } from './label-needs.ts';
import { labelWish } from './label-wish.server.ts';

/** Makes a label at a service: priced, bought once, and its file kept here. From then on it is told to Shopify, return by return. */
export function makeChain(needs: () => LabelNeeds): AnyChain {
  return defineChain<AboutLabel>({
    kind: makeKind.kind,
    input: makeKind.input,
    steps: [
      {
        // Asking for a price buys nothing, so it is asked again where no answer came.
        name: 'quote',
        act: (ctx, at) => telling(ctx, at.input.labelId, () => quote(ctx, at.input, needs())),
        look: async () => null,
      },
      {
        name: 'buy',
        act: (ctx, at) => telling(ctx, at.input.labelId, () => buy(ctx, at, needs())),
        async look(ctx, at) {
          const { adapter, key } = await accountOf(ctx, at.input.labelId, needs());
          const found = await adapter.find(key, quotedIn(at));
          return found && resultOf(found);
        },
        confirm: (tx, at, result, now) => noteBought(tx, at, result, now),
      },
      {
        // The same file under the same key, however often.
        name: 'keep',
        act: (ctx, at) => telling(ctx, at.input.labelId, () => keep(ctx, at, needs())),
        look: async () => null,
        async confirm(tx, { input: { labelId } }, { file, qr }, now) {
          await tx.labels.updateMany({ where: { id: labelId, state: 'bought' }, data: { state: 'ready', ready_at: now, file: file ?? null, qr: qr ?? null, problem: null, problem_words: null } });
          if (!(await endUnneeded(tx, labelId, now))) await goOn(tx, labelId, now);
          await announce(tx, 'returns');
        },
      },
    ],
  });
}

/** Notes with the label why a step did not happen, in our words and the service's, for the page that shows it. */
async function telling(ctx: ShopContext, labelId: string, work: () => Promise<StepResult>): Promise<StepResult> {
  const note = (problem: LabelProblem, words: string) =>
    ctx.tx(async (tx) => {
      await tx.labels.updateMany({ where: { id: labelId }, data: { problem, problem_words: words === '' ? null : words } });
      await announce(tx, 'returns');
    });
  try {
    return await work();
  } catch (error) {
    if (error instanceof LabelRefused) {
      await note(error.problem, error.message);
      throw new UserErrors('label', [{ field: null, code: error.problem, message: error.message === '' ? error.problem : error.message }]);
    }
    if (error instanceof ServiceSilent) await note('silent', error.message);
    throw error;
  }
}

async function quote(ctx: ShopContext, { labelId, returnId }: AboutLabel, needs: LabelNeeds): Promise<StepResult> {
  const { adapter, key, label } = await accountOf(ctx, labelId, needs);
  const { return: told } = await ctx.admin.run(ReturnToLabelDocument, { id: gid('Return', returnId) });
  if (told?.status !== 'OPEN') throw new LabelRefused('not_open', '');
  const units = await unitsOf(ctx, labelId, told.totalQuantity);
  const wish = await labelWish(ctx, { labelId, orderId: label.order_id, locationId: label.location_id, qr: label.kind === 'qr', units });
  return { ...(await adapter.quote(key, wish)) };
}

/** Of all returns that travel in this parcel, as far as they are known here. */
async function unitsOf(ctx: ShopContext, labelId: string, ofOne: number): Promise<number> {
  const rows = await ctx.tx((tx) => tx.$queryRaw<{ units: number | null }[]>`
    select sum(r.total_quantity)::int as units from label_returns l join returns r on r.id = l.return_id where l.label_id = ${labelId}::uuid and l.current`);
  return Math.max(ofOne, rows[0]?.units ?? 0, 1);
}

async function buy(ctx: ShopContext, at: StepAt<AboutLabel>, needs: LabelNeeds): Promise<StepResult> {
  const { adapter, key } = await accountOf(ctx, at.input.labelId, needs);
  const quoted = quotedIn(at);
  try {
    return resultOf(await adapter.buy(key, quoted));
  } catch (error) {
    // Refused because it was bought before is not refused.
    const found = error instanceof LabelRefused && error.problem === 'refused' ? await adapter.find(key, quoted) : null;
    if (found) return resultOf(found);
    throw error;
  }
}

async function keep(ctx: ShopContext, at: StepAt<AboutLabel>, needs: LabelNeeds): Promise<StepResult> {
  const { labelId } = at.input;
  const { adapter, key, label } = await accountOf(ctx, labelId, needs);
  const bought = await adapter.find(key, quotedIn(at));
  if (!bought) throw new LabelRefused('refused', 'The service knows of no label.');
  // Written before the file is: what no row comes to speak of is removed.
  await ctx.tx((tx) => enqueue(tx, removeLabelFilesJob, { labelIds: [labelId] }, { runAt: after(ctx.clock.now(), hour) }));
  const file = await keepFile(ctx, needs, { labelId, what: 'label', url: bought.labelUrl });
  if (file === null) throw new ServiceSilent('The label is no PDF and no picture.');
  const qrUrl = label.kind === 'qr' ? await adapter.qrOf(key, bought) : null;
  const qr = qrUrl === null ? null : await keepFile(ctx, needs, { labelId, what: 'qr', url: qrUrl });
  return { file, ...(qr === null ? {} : { qr }) };
}

async function keepFile(ctx: ShopContext, { files }: LabelNeeds, { labelId, what, url }: { labelId: string; what: 'label' | 'qr'; url: string }): Promise<FileKind | null> {
  const bytes = await fetchFile(url);
  const kind = kindOfFile(bytes);
  if (kind !== null) await putLabelFile(files, ctx.shop, labelId, what, { kind, bytes });
  return kind;
}

/** What was quoted; a person who took it as done cannot have said what. */
function quotedIn({ results: [quoted] }: StepAt<AboutLabel>) {
  if (!quoted?.shipment || !quoted.rate) throw new NotSent('Nothing was quoted.');
  return { shipment: quoted.shipment, rate: quoted.rate };
}

function resultOf({ reference, number, trackingUrl }: BoughtLabel): StepResult {
  return { reference, number, ...(trackingUrl === null ? {} : { trackingUrl }) };
}

async function noteBought(tx: ShopTx, { input: { labelId }, results: [quoted] }: StepAt<AboutLabel>, { reference, number, trackingUrl }: StepResult, now: Date): Promise<void> {
  if (!quoted?.amount || !quoted.currency) return;
  const { minor, currency } = parseMoney(quoted.amount, quoted.currency);
  await tx.labels.updateMany({
    where: { id: labelId },
    data: { state: 'bought', bought_at: now, cost: minor, currency, carrier: quoted.carrier ?? null, service: quoted.service ?? null, reference: reference ?? null, number: number ?? null, url: trackingUrl ?? null, problem: null, problem_words: null },
  });
}

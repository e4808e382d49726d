import { gid, numericId } from '#app/kernel/ids.ts';
import { defineChain, type AnyChain, type StepResult } from '#app/modules/compensation/index.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import { AttachWayBackDocument, ChangeWayBackDocument, ReturnToLabelDocument, type ReturnToLabelQuery } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { labelAddress } from '../door/label-key.ts';
import { attachKind, type AboutLabel } from './chain-kinds.ts';
import type { LabelNeeds } from './label-needs.ts';

/** Tells Shopify how an open return comes back: a reverse delivery for each place its goods go to, with the label and its number. Shopify mails nobody. */
export function attachChain(needs: () => LabelNeeds): AnyChain {
  return defineChain<AboutLabel>({
    kind: attachKind.kind,
    input: attachKind.input,
    steps: [
      {
        name: 'attach',
        async act(ctx, { input }): Promise<StepResult> {
          const told = await standing(ctx, input, needs());
          if (!told) return {};
          const ids: string[] = [];
          for (const work of told.works) ids.push(told.carrying(work) ?? (await tell(ctx, work, told)));
          return { deliveries: ids.join(',') };
        },
        async look(ctx, { input }): Promise<StepResult | null> {
          const told = await standing(ctx, input, needs());
          if (!told) return {};
          const ids = told.works.map((work) => told.carrying(work));
          return ids.includes(null) ? null : { deliveries: ids.join(',') };
        },
        async confirm(tx, { input: { labelId, returnId } }, { deliveries = '' }, now) {
          if (deliveries === '') return;
          await tx.label_returns.updateMany({ where: { label_id: labelId, return_id: returnId }, data: { attached_at: now, delivery_ids: deliveries.split(',') } });
          await announce(tx, 'returns');
        },
      },
    ],
  });
}

type Work = NonNullable<ReturnToLabelQuery['return']>['reverseFulfillmentOrders']['nodes'][number];
type Delivery = Work['reverseDeliveries']['nodes'][number];

interface Told {
  works: Work[];
  tracking: { number: string | null; url: string | null } | null;
  label: { fileUrl: string } | null;
  /** Deliveries that we told Shopify of before. */
  ours: ReadonlySet<string>;
  /** The delivery of a work that tells of this label already. */
  carrying(work: Work): string | null;
}

/** Null where there is nothing to tell any more: another way took its place, or the return is over. */
async function standing(ctx: ShopContext, { labelId, returnId }: AboutLabel, { secrets }: LabelNeeds): Promise<Told | null> {
  const { label, rows } = await ctx.tx(async (tx) => ({
    label: await tx.labels.findFirst({ where: { id: labelId, state: 'ready' } }),
    rows: await tx.label_returns.findMany({ where: { return_id: returnId } }),
  }));
  if (!label?.ready_at || !rows.some((row) => row.label_id === labelId && row.current)) return null;
  const { return: told } = await ctx.admin.run(ReturnToLabelDocument, { id: gid('Return', returnId) });
  if (told?.status !== 'OPEN') return null;
  const works = told.reverseFulfillmentOrders.nodes.filter(({ status }) => status === 'OPEN');
  if (works.length === 0) return null;
  const fileUrl = label.file === null ? null : labelAddress(ctx.shop, { id: labelId, readyAt: label.ready_at }, secrets[0]);
  const ours = new Set(rows.flatMap(({ delivery_ids }) => delivery_ids));
  return {
    works,
    tracking: label.number === null ? null : { number: label.number, url: label.url },
    label: fileUrl === null ? null : { fileUrl },
    ours,
    carrying: (work) => idOf(work.reverseDeliveries.nodes.find((delivery) => isSame(delivery, label.number, fileUrl))),
  };
}

/** Shopify may keep the file under an address of its own, so a number says more than that. */
function isSame({ deliverable }: Delivery, number: string | null, fileUrl: string | null): boolean {
  if (!deliverable || !('tracking' in deliverable)) return false;
  if (number === null) return deliverable.label?.publicFileUrl === fileUrl;
  return deliverable.tracking?.number === number && (fileUrl === null || deliverable.label != null);
}

/** Another label for units that are told of already changes what was told: Shopify takes no second delivery of them. */
async function tell({ admin }: ShopContext, work: Work, { tracking, label, ours }: Told): Promise<string> {
  const before = work.reverseDeliveries.nodes.find(({ id }) => ours.has(numericId('ReverseDelivery', id)));
  const delivery = before
    ? (await admin.run(ChangeWayBackDocument, { deliveryId: before.id, tracking, label })).reverseDeliveryShippingUpdate?.reverseDelivery
    : (await admin.run(AttachWayBackDocument, { workId: work.id, tracking, label })).reverseDeliveryCreateWithShipping?.reverseDelivery;
  const id = idOf(delivery ?? undefined);
  if (id === null) throw new Error('Shopify told of no reverse delivery.');
  return id;
}

function idOf(delivery: { id: string } | undefined): string | null {
  return delivery ? numericId('ReverseDelivery', delivery.id) : null;
}

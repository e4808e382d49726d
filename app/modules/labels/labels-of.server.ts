import { z } from 'zod';
import type { Money } from '#app/kernel/money.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { labelProblems, type LabelProblem } from './adapters/label-problem.ts';
import { labelAddress } from './door/label-key.ts';
import { fileKinds, type FileKind } from './make/label-file.ts';
import { giveBackStates, labelServices, wayBackKinds, type GiveBack, type LabelMaker, type LabelState, type Place, type WayBackKind } from './way-back.ts';

/** A way back of a return as screens show it. */
export interface LabelView {
  id: string;
  kind: WayBackKind;
  maker: LabelMaker;
  state: LabelState;
  /** False once another took its place. */
  current: boolean;
  place: Place | null;
  carrier: string | null;
  service: string | null;
  number: string | null;
  url: string | null;
  /** What it cost the shop; what was given back costs nothing. */
  cost: Money | null;
  refund: GiveBack | null;
  problem: LabelProblem | null;
  /** In the service's own words. */
  problemWords: string | null;
  /** How the work on it stands: `stuck` waits for a person. */
  work: 'running' | 'stuck' | null;
  file: FileKind | null;
  qr: FileKind | null;
  /** True once Shopify tells of it. */
  attached: boolean;
  createdAt: Date;
  readyAt: Date | null;
}

const row = z.object({
  id: z.uuid(),
  kind: z.enum(wayBackKinds),
  maker: z.enum([...labelServices, 'customer', 'hand', 'nobody']),
  state: z.enum(['wanted', 'making', 'bought', 'ready', 'ended']),
  current: z.boolean(),
  place: z.object({ id: z.string(), name: z.string(), address: z.string(), hours: z.string(), url: z.string() }).nullable(),
  carrier: z.string().nullable(),
  service: z.string().nullable(),
  number: z.string().nullable(),
  url: z.string().nullable(),
  cost: z.bigint().nullable(),
  currency: z.string().nullable(),
  refund: z.enum(giveBackStates).nullable(),
  problem: z.enum(labelProblems).nullable(),
  problem_words: z.string().nullable(),
  chain_state: z.string().nullable(),
  file: z.enum(fileKinds).nullable(),
  qr: z.enum(fileKinds).nullable(),
  attached_at: z.date().nullable(),
  created_at: z.date(),
  ready_at: z.date().nullable(),
});

/** The ways back of a return: the one that counts first, then those it replaced, the newest first. */
export async function labelsOf(tx: ShopTx, returnId: string): Promise<LabelView[]> {
  const rows = await tx.$queryRaw`
    select l.*, r.current, r.attached_at,
      case when l.state = 'making' and (select c.state from chains c where c.id = l.chain_id) = 'dropped' then 'ended' else l.state end as state,
      (select c.state from chains c where c.kind in ('labels.make', 'labels.attach', 'labels.give_back') and c.order_id = l.order_id and c.input->>'labelId' = l.id::text and c.state in ('running', 'attention')
        order by c.state limit 1) as chain_state
    from label_returns r join labels l on l.id = r.label_id where r.return_id = ${returnId} order by r.current desc, l.created_at desc, l.id`;
  return z.array(row).parse(rows).map(viewOf);
}

/** Where a label is seen by whoever is given the address: its file, its code, and the page to print; null for what there is not. */
export function labelLinks(shop: Pick<Shop, 'id' | 'primaryUrl'>, { id, readyAt, state, file, qr }: Pick<LabelView, 'file' | 'id' | 'qr' | 'readyAt' | 'state'>, secret: string): { file: string | null; page: string | null; qr: string | null } {
  if (state !== 'ready' || readyAt === null || (file === null && qr === null)) return { file: null, page: null, qr: null };
  const at = { id, readyAt };
  return { file: file && labelAddress(shop, at, secret), page: labelAddress(shop, at, secret, 'page'), qr: qr && labelAddress(shop, at, secret, 'qr') };
}

function viewOf({ cost, currency, problem_words, chain_state, attached_at, created_at, ready_at, ...same }: z.infer<typeof row>): LabelView {
  return {
    ...same,
    cost: cost === null || currency === null ? null : { minor: Number(cost), currency },
    problemWords: problem_words,
    work: chain_state === 'attention' ? 'stuck' : chain_state === 'running' ? 'running' : null,
    attached: attached_at !== null,
    createdAt: created_at,
    readyAt: ready_at,
  };
}

import { z } from 'zod';
import { isNumericId } from '#app/kernel/ids.ts';

const id = z.string().refine(isNumericId);
const chosen = z.array(z.object({ id, quantity: z.number().int().min(0).max(100_000) })).max(100);

/** What of a return is to be processed, by Shopify's numbers, and where the money goes. */
export interface RefundAsked {
  units: { id: string; quantity: number }[];
  exchanges: { id: string; quantity: number }[];
  to: 'original' | 'store_credit';
  /** Whether all that is left of the order's shipping goes back too. */
  shipping: boolean;
}

/** Reads a choice from the page's address; what it does not say is left to what is usual. */
export function readRefundAsked(params: URLSearchParams): Partial<RefundAsked> {
  const list = (name: string) => {
    const said = params.get(name);
    if (said === null) return undefined;
    const rows = said.split(',').filter(Boolean).map((part) => ({ id: part.split('.')[0] ?? '', quantity: Number(part.split('.')[1]) }));
    return chosen.safeParse(rows).data;
  };
  const units = list('units');
  const exchanges = list('exchanges');
  const to = params.get('to');
  return { ...(units ? { units } : {}), ...(exchanges ? { exchanges } : {}), ...(to === 'original' || to === 'store_credit' ? { to } : {}), shipping: params.get('shipping') === 'yes' };
}

/** The address of the page under a choice. */
export function refundPath(returnId: string, { units, exchanges, to, shipping }: RefundAsked): string {
  const list = (rows: RefundAsked['units']) => rows.filter(({ quantity }) => quantity > 0).map(({ id: own, quantity }) => `${own}.${quantity}`).join(',');
  const params = new URLSearchParams({ units: list(units), exchanges: list(exchanges), to, ...(shipping ? { shipping: 'yes' } : {}) });
  return `/app/returns/${returnId}/refund?${params}`;
}

const yes = z.enum(['yes', 'no']).transform((said) => said === 'yes');
const minor = z.coerce.number().int().min(0).max(1e12);

const form = z.object({
  key: z.uuid(),
  units: z.string(),
  exchanges: z.string(),
  to: z.enum(['original', 'store_credit']),
  shipping: yes,
  waive: yes,
  notify: yes,
  extra: minor,
  refund: minor,
  owed: minor,
});

/** What somebody clicked, with what they saw. */
export interface RefundClicked extends RefundAsked {
  key: string;
  waive: boolean;
  notify: boolean;
  extra: number;
  shown: { refund: number; owed: number };
}

/** Reads the form; answers the names of the fields that cannot be read. */
export function readRefundForm(data: FormData): RefundClicked | { invalid: string[] } {
  const read = form.safeParse(Object.fromEntries(data));
  if (!read.success) return { invalid: read.error.issues.map(({ path }) => path.join('.')) };
  const { units, exchanges, refund, owed, ...rest } = read.data;
  const rows = readRefundAsked(new URLSearchParams({ units, exchanges }));
  if (!rows.units || !rows.exchanges) return { invalid: ['units'] };
  return { ...rest, units: rows.units, exchanges: rows.exchanges, shown: { refund, owed } };
}

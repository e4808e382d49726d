import { z } from 'zod';
import { isNumericId } from '#app/kernel/ids.ts';

const id = z.string().refine(isNumericId);
const said = z.enum(['yes', 'no']).transform((word) => word === 'yes');
/** Whole minor units; nothing typed is null. */
const minor = z.string().regex(/^\d{0,12}$/).transform((typed) => (typed === '' ? null : Number(typed)));
const units = z.string().regex(/^(\d{1,20}\.\d{1,6}(,\d{1,20}\.\d{1,6})*)?$/).transform((typed) =>
  typed === '' ? [] : typed.split(',').flatMap((row) => {
    const [line = '', quantity = '0'] = row.split('.');
    return Number(quantity) > 0 ? [{ id: line, quantity: Number(quantity) }] : [];
  }),
);
const choice = { order: id, units, shipping: said, amount: minor, to: z.enum(['original', 'store_credit']) };
const key = z.uuid();

const asked = z.discriminatedUnion('deed', [z.object({ deed: z.literal('refund'), ...choice }), z.object({ deed: z.literal('gift'), order: id, amount: minor })]);

const clicked = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('refund'), ...choice, key, notify: said, shown: z.coerce.number().int().nonnegative() }),
  z.object({ deed: z.literal('gift'), order: id, amount: minor, key, notify: said }),
]);

/** What somebody wants to see before they click. */
export type DeedAsked = z.infer<typeof asked>;
/** What somebody clicked. */
export type DeedClicked = z.infer<typeof clicked>;

/** Reads what is asked to be shown; null where it cannot be read. */
export function readDeedAsked(query: URLSearchParams): DeedAsked | null {
  return asked.safeParse(Object.fromEntries(query)).data ?? null;
}

/** Reads a click; answers the names of the fields that cannot be read. */
export function readDeedClicked(form: FormData): DeedClicked | { invalid: string[] } {
  const read = clicked.safeParse(Object.fromEntries(form));
  return read.success ? read.data : { invalid: read.error.issues.map(({ path }) => path.join('.')) };
}

import { z } from 'zod';
import { isNumericId } from '#app/kernel/ids.ts';
import { adminLocales } from '#app/kernel/locales.ts';
import { wishedAddress } from './address-chain.server.ts';
import { cancelReasons } from './order-chains.server.ts';
import { reshipReasons } from './order-to-reship.server.ts';
import { chosenLines, typedOfLines } from './wished-return.ts';

const id = z.string().refine(isNumericId);
const said = z.enum(['yes', 'no']).transform((word) => word === 'yes');
/** Whole numbers, such as minor units; nothing typed is null. */
const minor = z.string().regex(/^\d{0,12}$/).transform((typed) => (typed === '' ? null : Number(typed)));
const units = z
  .string()
  .regex(/^(\d{1,20}\.\d{1,6}(,\d{1,20}\.\d{1,6})*)?$/)
  .transform((typed) =>
    typed === '' ? [] : typed.split(',').flatMap((row) => {
      const [line = '', quantity = '0'] = row.split('.');
      return Number(quantity) > 0 ? [{ id: line, quantity: Number(quantity) }] : [];
    }),
  )
  .refine((rows) => new Set(rows.map(({ id: line }) => line)).size === rows.length);
const shown = z.coerce.number().int().nonnegative();
const refund = { units, shipping: said, amount: minor, to: z.enum(['original', 'store_credit']) };
const discount = { as: z.enum(['percent', 'amount']), value: minor, days: minor };
const chosenReturn = { lines: chosenLines, way: z.string().max(80) };
const shownReturn = z.object({ refund: shown, owed: shown, bonus: shown, currency: z.string().length(3) });
const cancelTo = z.enum(['original', 'store_credit', 'none']);

const asked = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('refund'), order: id, ...refund }),
  z.object({ deed: z.literal('gift'), order: id, amount: minor }),
  z.object({ deed: z.literal('discount'), order: id, ...discount }),
  z.object({ deed: z.literal('cancel'), order: id, to: cancelTo }),
  z.object({ deed: z.literal('return'), order: id, ...chosenReturn, locale: z.enum(adminLocales) }),
  z.object({ deed: z.literal('reship'), order: id, units: z.union([z.literal('suggested').transform(() => null), units]) }),
  z.object({ deed: z.enum(['address', 'approve', 'resend', 'tag']), order: id }),
]);

const click = { order: id, key: z.uuid() };
const clicked = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('refund'), ...click, ...refund, notify: said, shown }),
  z.object({ deed: z.literal('gift'), ...click, amount: minor, notify: said }),
  z.object({ deed: z.literal('discount'), ...click, ...discount }),
  z.object({ deed: z.literal('cancel'), ...click, to: cancelTo, reason: z.enum(cancelReasons), restock: said, notify: said, shown }),
  z.object({ deed: z.literal('address'), ...click, ...wishedAddress.shape, shown: z.string().max(64) }),
  z.object({ deed: z.literal('approve'), ...click, return: id, notify: said }),
  z.object({ deed: z.literal('resend'), ...click, message: z.string().regex(/^\d{1,18}$/), to: z.string().max(254).transform((typed) => typed || null) }),
  z.object({ deed: z.literal('return'), ...click, ...chosenReturn, ...shownReturn.shape, typed: typedOfLines }),
  z.object({ deed: z.literal('reship'), ...click, units, reason: z.enum(reshipReasons), receipt: said, shown: z.string().max(64) }),
  z.object({ deed: z.literal('tag'), ...click, tag: z.string().trim() }),
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

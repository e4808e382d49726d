import { discountCodeBasicCreate } from '#sandbox/world/commands/discount-code-basic-create.ts';
import type { DiscountCodeRecord } from '#sandbox/world/records.ts';
import type { AdminContext } from '../context.ts';
import { honours, type Resolver } from '../resolver.ts';
import { command, type InputOf } from './command.ts';
import { prefixed } from './honoured-inputs.ts';
import { typed } from './wire.ts';

/** Mutations of discount codes. */
export const discountMutations: Record<string, Resolver> = {
  discountCodeBasicCreate: command(
    prefixed('basicCodeDiscount', [
      'code', 'title', 'startsAt', 'endsAt', 'usageLimit', 'appliesOncePerCustomer', 'context.all', 'context.customers.add',
      'customerGets.items.all', 'customerGets.value.percentage', 'customerGets.value.discountAmount',
      ...prefixed('combinesWith', ['orderDiscounts', 'productDiscounts', 'shippingDiscounts']),
    ]),
    (change, args: { basicCodeDiscount: InputOf<typeof discountCodeBasicCreate> }) => discountCodeBasicCreate(change, args.basicCodeDiscount),
  ),
};

/** Discount codes as they are found; capitals do not count. */
export const discountQueries: Record<string, Resolver> = {
  codeDiscountNodeByCode: honours(['code'], (_source, args: { code: string }, { world }) => world.discountCodes.where('code', args.code.toLowerCase())[0] ?? null),
};

/** `DiscountCodeNode`. */
export const discountCodeNodeFields: Record<string, Resolver> = {
  codeDiscount: (discount: DiscountCodeRecord) => typed('DiscountCodeBasic', discount),
};

/** `DiscountCodeBasic`. */
export const discountCodeBasicFields: Record<string, Resolver> = {
  codesCount: () => ({ count: 1, precision: 'EXACT' }),
  discountClasses: () => ['ORDER'],
  recurringCycleLimit: () => null,
  status: ({ startsAt, endsAt }: DiscountCodeRecord, _args, { clock }: AdminContext) => {
    const now = clock.now().getTime();
    return now < Date.parse(startsAt) ? 'SCHEDULED' : endsAt !== null && now >= Date.parse(endsAt) ? 'EXPIRED' : 'ACTIVE';
  },
};

import type { Gid } from '#sandbox/contract.ts';
import { parseMoney } from '../money.ts';
import type { DiscountCodeRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import { type Change, stamp } from '../world.ts';

/** `DiscountCodeBasicInput`, as far as the sandbox honours it. */
export interface DiscountCodeBasicInput {
  code?: string | null;
  title?: string | null;
  startsAt?: string | null;
  endsAt?: string | null;
  usageLimit?: number | null;
  appliesOncePerCustomer?: boolean | null;
  context?: { all?: 'ALL' | null; customers?: { add?: Gid[] | null } | null } | null;
  customerGets?: {
    items?: { all?: boolean | null } | null;
    value?: { percentage?: number | null; discountAmount?: { amount?: string | number | null; appliesOnEachItem?: boolean | null } | null } | null;
  } | null;
  combinesWith?: Partial<DiscountCodeRecord['combinesWith']> | null;
}

const longest = 255;

/** `discountCodeBasicCreate`: nothing is made where anything of it is wrong. */
export function discountCodeBasicCreate(change: Change, input: DiscountCodeBasicInput): { codeDiscountNode: DiscountCodeRecord | null; userErrors: UserError[] } {
  const { code, title, startsAt, endsAt, usageLimit, context, combinesWith } = input;
  const value = input.customerGets?.value;
  const userErrors = [...refuseNames(change, input), ...refuseTimes(input), ...refuseBuyers(change, context), ...refuseWorth(change, input.customerGets)];
  if (typeof usageLimit === 'number' && usageLimit <= 0) userErrors.push(refusal(['usageLimit'], 'Usage limit must be greater than 0', 'GREATER_THAN'));
  if (userErrors.length > 0 || !code || !title || !startsAt || !value) return { codeDiscountNode: null, userErrors };
  const codeDiscountNode: DiscountCodeRecord = {
    id: change.newId('DiscountCodeNode'),
    code,
    title,
    customerIds: context?.customers?.add ?? null,
    worth: typeof value.percentage === 'number' ? { percentage: value.percentage } : { amount: String(value.discountAmount?.amount), onEachItem: value.discountAmount?.appliesOnEachItem ?? false },
    usageLimit: usageLimit ?? null,
    appliesOncePerCustomer: input.appliesOncePerCustomer ?? false,
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false, ...combinesWith },
    startsAt: stamp(new Date(startsAt)),
    endsAt: endsAt ? stamp(new Date(endsAt)) : null,
    createdAt: change.now,
    updatedAt: change.now,
  };
  change.put('discountCodes', codeDiscountNode);
  return { codeDiscountNode, userErrors: [] };
}

function refusal(field: string[], message: string, code: string): UserError {
  return userError(['basicCodeDiscount', ...field], message, code);
}

function refuseNames(change: Change, { code, title }: DiscountCodeBasicInput): UserError[] {
  const found: UserError[] = [];
  if (!title?.trim()) found.push(refusal(['title'], "Title can't be blank", 'BLANK'));
  else if (title.length > longest) found.push(refusal(['title'], `Title is too long (maximum is ${longest} characters)`, 'TOO_LONG'));
  if (!code?.trim()) found.push(refusal(['code'], "Code can't be blank", 'BLANK'));
  else if (code.length > longest) found.push(refusal(['code'], `Code is too long (maximum is ${longest} characters)`, 'TOO_LONG'));
  else if (change.discountCodes.where('code', code.toLowerCase()).length > 0) found.push(refusal(['code'], 'Code must be unique. Please try a different code.', 'TAKEN'));
  return found;
}

function refuseTimes({ startsAt, endsAt }: DiscountCodeBasicInput): UserError[] {
  if (!startsAt) return [refusal(['startsAt'], "Starts at can't be blank", 'BLANK')];
  return endsAt && Date.parse(endsAt) <= Date.parse(startsAt) ? [refusal(['endsAt'], 'Ends at needs to be after starts_at', 'END_DATE_BEFORE_START_DATE')] : [];
}

function refuseBuyers(change: Change, context: DiscountCodeBasicInput['context']): UserError[] {
  if (!context) return [refusal(['context'], "Context can't be blank", 'BLANK')];
  if (!context.customers) return [];
  const chosen = context.customers.add ?? [];
  if (chosen.length === 0) return [refusal(['context', 'customers', 'add'], "Customers can't be blank", 'BLANK')];
  return chosen.every((id) => change.customers.get(id)) ? [] : [refusal(['context', 'customers', 'add'], 'Customers are invalid', 'INVALID')];
}

function refuseWorth(change: Change, gets: DiscountCodeBasicInput['customerGets']): UserError[] {
  const at = (...names: string[]) => ['customerGets', ...names];
  if (!gets) return [refusal(['customerGets'], "Customer gets can't be blank", 'BLANK')];
  if (!gets.items?.all) return [refusal(at('items'), "Items can't be blank", 'BLANK')];
  const { percentage = null, discountAmount = null } = gets.value ?? {};
  if (percentage === null && discountAmount === null) return [refusal(at('value'), "Value can't be blank", 'BLANK')];
  if (percentage !== null && discountAmount !== null) return [refusal(at('value'), 'Only one of percentage, discountAmount or discountOnQuantity can be set', 'CONFLICT')];
  if (percentage !== null) return percentage > 0 && percentage <= 1 ? [] : [refusal(at('value', 'percentage'), 'Value must be between 0.0 and 1.0', 'VALUE_OUTSIDE_RANGE')];
  const amount = parseMoney(discountAmount?.amount ?? '', change.shop.currency);
  return amount && amount.minor > 0 ? [] : [refusal(at('value', 'discountAmount', 'amount'), 'Amount must be greater than 0', 'GREATER_THAN')];
}

import { z } from 'zod';

const id = z.union([z.number().int(), z.string()]).transform(String).refine((text) => /^\d{1,20}$/.test(text), 'not a Shopify id');
const customer = z.object({ id, email: z.string().nullish(), phone: z.string().nullish() });

/** What the compliance webhooks say; an order list may be missing or empty. */
export const dataRequestBody = z.object({ customer, orders_requested: z.array(id).default([]), data_request: z.object({ id }) });
export const redactBody = z.object({ customer, orders_to_redact: z.array(id).default([]) });

/** Somebody as a shop's tables may know them: by id, by orders, by addresses and numbers. */
export interface Person {
  customerId: string;
  orderIds: readonly string[];
  /** Lower-case addresses and numbers as they were written. */
  contacts: readonly string[];
}

/** The person a compliance webhook names. */
export function namedPerson({ id: customerId, email, phone }: z.infer<typeof customer>, orderIds: readonly string[]): Person {
  return { customerId, orderIds, contacts: [email, phone].flatMap((contact) => (contact ? [contact.toLowerCase()] : [])) };
}

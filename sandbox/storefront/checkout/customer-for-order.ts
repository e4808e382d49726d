import { z } from 'zod';
import type { AskShop } from '../admin-query.ts';
import type { CheckoutForm } from './checkout-form.ts';

const found = z.object({ customerByIdentifier: z.object({ id: z.string() }).nullish() });
const created = z.object({ customerCreate: z.object({ customer: z.object({ id: z.string() }).nullish() }) });

/** The customer behind an email or phone, made with the visitor's language when the shop does not know them yet; null when Shopify refuses one. */
export async function customerForOrder(ask: AskShop, form: CheckoutForm, locale: string): Promise<string | null> {
  const identifier = form.email ? { emailAddress: form.email } : { phoneNumber: form.phone };
  const known = await ask(
    found,
    `query BuyerByContact($identifier: CustomerIdentifierInput!) { customerByIdentifier(identifier: $identifier) { id } }`,
    { identifier },
  );
  if (known.customerByIdentifier) return known.customerByIdentifier.id;
  const made = await ask(
    created,
    `mutation NewBuyer($input: CustomerInput!) { customerCreate(input: $input) { customer { id } userErrors { field message } } }`,
    {
      input: {
        locale,
        lastName: form.last_name,
        ...(form.first_name && { firstName: form.first_name }),
        ...(form.email && { email: form.email }),
        ...(form.phone && { phone: form.phone }),
      },
    },
  );
  return made.customerCreate.customer?.id ?? null;
}

import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';

/** A number that can take a text message, with the country it belongs to. */
export interface Phone {
  number: string;
  country: string;
}

/** The numbers one order's customer can be reached at, and what they agreed to. */
export interface OrderContact {
  /** Given with the order: its own number before that of its address. */
  given: Phone[];
  /** The customer's own at Shopify. Only of these they agreed to anything there. */
  own: Phone[];
  /** As Shopify keeps it; null where it was not told. */
  consent: { email: string | null; sms: string | null; whatsapp: string | null };
}

interface Row {
  country: string | null;
  given: (string | null)[];
  own: string[];
  email_consent: string | null;
  sms_consent: string | null;
  whatsapp_consent: string | null;
}

const question = `
  select o.shipping_address ->> 'countryCode' as country, c.email_consent, c.sms_consent, c.whatsapp_consent, array[o.phone, o.shipping_address ->> 'phone'] as given,
         array(select k.value from customer_contacts k where k.customer_id = o.customer_id and k.kind = 'phone' and k.source = 'customer' order by k.value) as own
    from orders o left join customers c on c.id = o.customer_id where o.id = $1`;

/** Reads it of one order. */
export async function readOrderContact(tx: ShopTx, orderId: string): Promise<OrderContact> {
  const [row] = await runInBulk<Row & Record<string, unknown>>(tx, question, [orderId], 'order-contact');
  const readAll = (numbers: readonly (string | null)[] = []) => numbers.flatMap((typed) => phoneIn(typed, row?.country ?? null) ?? []);
  return { given: readAll(row?.given), own: readAll(row?.own), consent: { email: row?.email_consent ?? null, sms: row?.sms_consent ?? null, whatsapp: row?.whatsapp_consent ?? null } };
}

/** One without a country code is a number of the place the order goes to. */
function phoneIn(typed: string | null, country: string | null): Phone | null {
  const read = typed ? parsePhoneNumberFromString(typed, country !== null && isSupportedCountry(country) ? country : undefined) : undefined;
  if (!read?.isValid() || read.country === undefined || landlines.has(read.getType() ?? '')) return null;
  return { number: read.number, country: read.country };
}

const landlines: ReadonlySet<string> = new Set(['FIXED_LINE', 'PREMIUM_RATE', 'TOLL_FREE', 'SHARED_COST', 'UAN', 'VOICEMAIL', 'PAGER']);

import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';

/** By what one order's customer can be reached, and what they agreed to. */
export interface Reach {
  email: string | null;
  phone: { number: string; country: string } | null;
  /** As Shopify keeps it; null where it was not told. */
  consent: { email: string | null; sms: string | null; whatsapp: string | null };
}

interface Row {
  country: string | null;
  numbers: (string | null)[];
  email_consent: string | null;
  sms_consent: string | null;
  whatsapp_consent: string | null;
}

const question = `
  select o.shipping_address ->> 'countryCode' as country, c.email_consent, c.sms_consent, c.whatsapp_consent,
         array[o.phone, o.shipping_address ->> 'phone',
               (select k.value from customer_contacts k where k.customer_id = o.customer_id and k.kind = 'phone' and k.source = 'customer' order by k.value limit 1)] as numbers
    from orders o left join customers c on c.id = o.customer_id where o.id = $1`;

/** Reads it: the number of the order counts before that of its address, and both before the customer's own. */
export async function readReach(tx: ShopTx, { id, email }: { id: string; email: string | null }): Promise<Reach> {
  const [row] = await runInBulk<Row & Record<string, unknown>>(tx, question, [id], 'notices-reach');
  const phone = (row?.numbers ?? []).map((typed) => phoneIn(typed, row?.country ?? null)).find((read) => read !== null);
  return { email, phone: phone ?? null, consent: { email: row?.email_consent ?? null, sms: row?.sms_consent ?? null, whatsapp: row?.whatsapp_consent ?? null } };
}

/** A number that can take a text message; one without a country code is one of the place the order goes to. */
function phoneIn(typed: string | null, country: string | null): Reach['phone'] {
  const read = typed ? parsePhoneNumberFromString(typed, country !== null && isSupportedCountry(country) ? country : undefined) : undefined;
  if (!read?.isValid() || read.country === undefined || landlines.has(read.getType() ?? '')) return null;
  return { number: read.number, country: read.country };
}

const landlines: ReadonlySet<string> = new Set(['FIXED_LINE', 'PREMIUM_RATE', 'TOLL_FREE', 'SHARED_COST', 'UAN', 'VOICEMAIL', 'PAGER']);

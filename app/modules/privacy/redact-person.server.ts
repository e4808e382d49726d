import { lexemes } from '#app/kernel/text.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { personalKeys } from '#app/modules/journal/index.server.ts';
import { forgetLabels } from '#app/modules/labels/index.server.ts';
import { forgetSessions } from '#app/modules/account-entry/index.server.ts';
import { forgetPeople } from '#app/modules/inbox/index.server.ts';
import { forgetDrafts } from '#app/modules/portal/index.server.ts';
import { forgetReports } from '#app/modules/problems/index.server.ts';
import { forgetBuyer, forgetReturns } from '#app/modules/returns/index.server.ts';
import { receiptsOf } from './person-receipts.ts';
import type { Person } from './person.ts';
import { wholePerson } from './whole-person.server.ts';

/**
 * Takes a person out of every table of the shop and leaves the figures. Which columns hold a person is `held-data.ts`; a test
 * fills each of them and finds nothing afterwards.
 */
export async function redactPerson(tx: ShopTx, named: Person, now: Date): Promise<void> {
  const person = await wholePerson(tx, named);
  const { customerId, orderIds, contacts } = person;
  await tx.$executeRaw`update webhook_receipts set body = '', outcome = null where ${receiptsOf(person)}`;
  await tx.$executeRaw`update outbox set recipient = '', subject = null, text_body = '', html_body = null, headers = '{}', payload = null, letter = null, outcome = null,
      state = case when state in ('queued', 'sending') then 'dropped' else state end
    where customer_id = ${customerId} or order_id = any(${orderIds}) or lower(recipient) = any(${contacts})`;
  await tx.$executeRaw`update data_requests set document = '{}' where customer_id = ${customerId}`;
  await tx.$queryRaw`select app.redact_journal(${customerId}, ${orderIds}::text[], ${personalKeys}::text[])`;
  await tx.$executeRaw`update refunds set note = null where order_id = any(${orderIds})`;
  await forgetReturns(tx, orderIds);
  await forgetBuyer(tx, customerId);
  await forgetLabels(tx, orderIds);
  await tx.$executeRaw`update checkpoints set message = null, zip = null, latitude = null, longitude = null where order_id = any(${orderIds})`;
  await tx.$executeRaw`update scans set message = null, zip = null where order_id = any(${orderIds})`;
  await tx.$executeRaw`update scans_back set message = null, zip = null where parcel_id in (select id from parcels_back where order_id = any(${orderIds}))`;
  await tx.$executeRaw`update troubles set mark_reason = null where order_id = any(${orderIds})`;
  await forgetReports(tx, orderIds);
  await forgetSessions(tx, customerId);
  await forgetDrafts(tx, orderIds);
  await forgetPeople(tx, { customerId, contacts }, now);
  await tx.$executeRaw`delete from wished_addresses where order_id = any(${orderIds})`;
  await tx.$executeRaw`delete from one_time_codes where order_id = any(${orderIds})`;
  await tx.$executeRaw`update orders set email = null, phone = null, customer_locale = null, note = null, tags = '{}', shipping_address = null, status_page_url = null, redacted_at = ${now}
    where id = any(${orderIds})`;
  await tx.$executeRaw`delete from customer_contacts where customer_id = ${customerId} or lower(value) = any(${contacts})`;
  await tx.$executeRaw`update customers set first_name = null, last_name = null, locale = null, tags = '{}', email_consent = null, sms_consent = null, whatsapp_consent = null, redacted_at = ${now} where id = ${customerId}`;
  await findByFiguresOnly(tx, orderIds);
}

/** An order without its person is still found by its number and by what was bought. */
async function findByFiguresOnly(tx: ShopTx, orderIds: readonly string[]): Promise<void> {
  const orders = await tx.$queryRaw<{ id: string; words: string }[]>`
    select id, concat_ws(' ', name, confirmation_number, (select string_agg(concat_ws(' ', title, sku), ' ') from order_lines where order_id = orders.id)) as words
      from orders where id = any(${orderIds})`;
  for (const { id, words } of orders) {
    await tx.$executeRaw`update orders set search = array_to_tsvector(${lexemes(words)}::text[]) where id = ${id}`;
  }
}

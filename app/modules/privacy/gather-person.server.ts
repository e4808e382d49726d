import { join, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { receiptsOf } from './person-receipts.ts';
import type { Person } from './person.ts';

/** Everything held about a person, table by table, as one JSON document. */
export async function gatherPerson(tx: ShopTx, person: Person): Promise<Record<string, unknown>> {
  const { customerId, orderIds, contacts } = person;
  const ofOrders = sql`order_id = any(${orderIds})`;
  const theirs = sql`(customer_id = ${customerId} or order_id = any(${orderIds}))`;
  const ofReturns = sql`return_id in (select id from returns where ${ofOrders})`;
  const theirPeople = sql`(select person_id from handles
    where ((kind = 'customer' and value = ${customerId}) or value = any(${contacts})) and confidence = 'sure' and (unlinked_at is null or reason = 'wrote'))`;
  const theirTickets = sql`(select id from tickets where person_id in ${theirPeople})`;
  const sources = {
    customer: sql`customers where id = ${customerId}`,
    contacts: sql`customer_contacts where customer_id = ${customerId}`,
    noted: sql`noted_buyers where customer_id = ${customerId}`,
    orders: sql`orders where id = any(${orderIds})`,
    orderLines: sql`order_lines where ${ofOrders}`,
    fulfillments: sql`fulfillments where ${ofOrders}`,
    fulfillmentLines: sql`fulfillment_lines where fulfillment_id in (select id from fulfillments where ${ofOrders})`,
    shipments: sql`shipments where ${ofOrders}`,
    checkpoints: sql`checkpoints where ${ofOrders}`,
    parcels: sql`parcels where ${ofOrders}`,
    scans: sql`scans where ${ofOrders}`,
    parcelsBack: sql`parcels_back where ${ofOrders}`,
    scansBack: sql`scans_back where parcel_id in (select id from parcels_back where ${ofOrders})`,
    troubles: sql`troubles where ${ofOrders}`,
    problemReports: sql`problem_reports where ${ofOrders}`,
    problemPhotos: sql`problem_photos where report_id in (select id from problem_reports where ${ofOrders})`,
    returnDrafts: sql`return_drafts where ${ofOrders}`,
    refunds: sql`refunds where ${ofOrders}`,
    returns: sql`returns where ${ofOrders}`,
    returnLines: sql`return_lines where ${ofReturns}`,
    returnExchangeLines: sql`return_exchange_lines where ${ofReturns}`,
    returnInspections: sql`return_inspections where ${ofReturns}`,
    returnRequests: sql`return_requests where ${ofOrders}`,
    returnRequestLines: sql`return_request_lines where request_id in (select id from return_requests where ${ofOrders})`,
    dispositions: sql`dispositions where ${ofReturns}`,
    reverseDeliveries: sql`reverse_deliveries where ${ofReturns}`,
    refundLines: sql`refund_lines where refund_id in (select id from refunds where ${ofOrders})`,
    story: sql`journal where ${theirs}`,
    messages: sql`outbox where ${theirs} or lower(recipient) = any(${contacts})`,
    knownAs: sql`handles where person_id in ${theirPeople}`,
    person: sql`people where id in ${theirPeople}`,
    wishedAddresses: sql`wished_addresses where ${ofOrders}`,
    notes: sql`person_notes where person_id in ${theirPeople}`,
    tickets: sql`tickets where person_id in ${theirPeople}`,
    complaints: sql`complaints where ticket_id in ${theirTickets}`,
    satisfaction: sql`satisfactions where ticket_id in ${theirTickets}`,
    conversation: sql`messages where direction <> 'note' and side_id is null and ticket_id in ${theirTickets}`,
    conversationFiles: sql`message_files where message_id in (select id from messages where ticket_id in ${theirTickets})`,
    mailArrivals: sql`mail_arrivals where message_id in (select id from messages where ticket_id in ${theirTickets})`,
    webhooks: sql`webhook_receipts where ${receiptsOf(person)}`,
  };
  const parts = Object.entries(sources).map(
    ([name, source]) => sql`${name}::text, (select coalesce(jsonb_agg(to_jsonb(held) - 'shop_id' - 'search'), '[]') from (select * from ${source}) as held)`,
  );
  const [found] = await tx.$queryRaw<[{ document: Record<string, unknown> }]>`select jsonb_build_object(${join(parts)}) as document`;
  return found.document;
}

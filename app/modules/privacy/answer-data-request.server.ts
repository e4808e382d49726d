import type { Prisma } from '@prisma/client';
import { after, day } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { Receipt } from '#app/platform/webhooks/topic-handler.ts';
import { queueMessage } from '#app/modules/outbox/index.server.ts';
import { dataRequestMail } from './data-request-mail.server.ts';
import { gatherPerson } from './gather-person.server.ts';
import { dataRequestBody, namedPerson } from './person.ts';
import { wholePerson } from './whole-person.server.ts';

/** The law gives a month. */
const answeredWithin = 30 * day;

/** Puts together what is held about the person and tells the merchant that it is ready. One request is answered once. */
export async function answerDataRequest(tx: ShopTx, shop: Shop, { body, receivedAt }: Receipt): Promise<void> {
  const request = dataRequestBody.parse(body);
  const { id } = request.data_request;
  const person = await wholePerson(tx, namedPerson(request.customer, request.orders_requested));
  const document = await gatherPerson(tx, person);
  const dueAt = after(receivedAt, answeredWithin);
  const added = await tx.data_requests.createMany({
    data: { id, customer_id: person.customerId, received_at: receivedAt, due_at: dueAt, document: document as Prisma.InputJsonObject },
    skipDuplicates: true,
  });
  if (added.count === 0 || shop.email === null) return;
  const { locale, subject, html, text, reason } = dataRequestMail(shop, dueAt);
  await queueMessage(tx, { channel: 'email', kind: 'privacy.data-request', reason, to: shop.email, locale, subject, html, text, dedupeKey: `privacy.data-request:${id}` });
}

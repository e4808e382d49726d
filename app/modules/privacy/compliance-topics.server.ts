import type { TopicHandler } from '#app/platform/webhooks/topic-handler.ts';
import { answerDataRequest } from './answer-data-request.server.ts';
import { eraseShop } from './erase-shop.server.ts';
import { namedPerson, redactBody } from './person.ts';
import { redactPerson } from './redact-person.server.ts';

/** The webhooks that privacy law asks of every app. They need no session: a shop that left still sends them. */
export const complianceTopics: TopicHandler = {
  topics: ['customers/data_request', 'customers/redact', 'shop/redact'],
  afterOthers: true,
  async apply(tx, shop, receipts) {
    for (const receipt of receipts) {
      if (receipt.topic === 'customers/data_request') await answerDataRequest(tx, shop, receipt);
      if (receipt.topic === 'customers/redact') {
        const { customer, orders_to_redact } = redactBody.parse(receipt.body);
        await redactPerson(tx, namedPerson(customer, orders_to_redact), receipt.receivedAt);
      }
      if (receipt.topic === 'shop/redact') return eraseShop(tx, shop, receipt);
    }
  },
};

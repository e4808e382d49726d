import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/**
 * Reads one order from Shopify and applies it: it is unknown here, what we hold is in doubt, or it lacks pictures. On a line of its own: they
 * wait for Shopify's patience, and hundreds of them at once would hold every worker that webhooks need.
 */
export const fetchOrderJob = defineJob({ name: 'orders.fetch', payload: z.object({ orderId: z.string() }), line: 'orders.fetch' });

/** Reads the order a part of which was held back, put off or let go; Shopify names the part only. */
export const fetchHeldOrderJob = defineJob({ name: 'orders.fetch-held', payload: z.object({ fulfillmentOrderId: z.string() }), line: 'orders.fetch' });

/** Reads one person from Shopify: what they agreed to has changed. */
export const fetchCustomerJob = defineJob({ name: 'orders.fetch-customer', payload: z.object({ customerId: z.string() }), line: 'orders.fetch' });

/** Takes the import of the order history on, from wherever it stands; starts it for a shop that was just installed. */
export const importOrdersJob = defineJob({ name: 'orders.import', payload: z.object({}), line: 'orders.import' });

/** Reads what changed at Shopify since the last time, and every order in doubt. */
export const reconcileOrdersJob = defineJob({ name: 'orders.reconcile', payload: z.object({}), maxAttempts: 3, line: 'orders.reconcile' });

/** Orders changed: `takeChangedOrders` says which. Bound in wiring to whoever follows orders. */
export const ordersChangedJob = defineJob({ name: 'orders.changed', payload: z.object({}), line: 'parcels' });

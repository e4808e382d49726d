import { describe, expect, it } from 'vitest';
import { waitingOf, waitingOfStatus } from '#app/modules/orders/order-waiting.ts';
import type { WholeOrderFragment } from '#app/platform/shopify/operations.generated.ts';

type Part = WholeOrderFragment['fulfillmentOrders']['nodes'][number];

const processedAt = '2026-11-01T08:00:00Z';
const read = (...parts: [Part['status'], string?, NonNullable<Part['deliveryMethod']>['methodType']?][]) =>
  waitingOf({ processedAt, fulfillmentOrders: { nodes: parts.map(([status, fulfillAt = processedAt, methodType = 'SHIPPING']) => ({ status, fulfillAt, deliveryMethod: { methodType } })) } });

describe('an order', () => {
  it('waits where everything that is still to be sent is held back', () => {
    expect(read(['ON_HOLD'], ['CLOSED'])).toEqual({ waiting: 'on_hold' });
    expect(read(['ON_HOLD'], ['OPEN'])).toEqual({ waiting: null });
    expect(read(['CLOSED'])).toEqual({ waiting: null });
    expect(read()).toEqual({ waiting: null });
  });

  it('that is meant for a later day waits for the last of its days, and is due from it', () => {
    expect(read(['SCHEDULED', '2026-12-01T00:00:00Z'], ['SCHEDULED', '2026-12-05T00:00:00Z'])).toEqual({ waiting: 'scheduled', ready_at: '2026-12-05T00:00:00.000Z' });
    expect(read(['OPEN', '2026-12-01T00:00:00Z'])).toEqual({ waiting: null, ready_at: '2026-12-01T00:00:00.000Z' });
  });

  it('waits for its customer where all that is left will be collected, and is held back all the same where somebody held it', () => {
    expect(read(['OPEN', processedAt, 'PICK_UP'], ['IN_PROGRESS', processedAt, 'RETAIL'], ['CLOSED', processedAt, 'SHIPPING'])).toEqual({ waiting: 'pickup' });
    expect(read(['OPEN', processedAt, 'PICK_UP'], ['OPEN', processedAt, 'SHIPPING'])).toEqual({ waiting: null });
    expect(read(['ON_HOLD', processedAt, 'PICK_UP'])).toEqual({ waiting: 'on_hold' });
    expect(read(['OPEN', processedAt, 'LOCAL'])).toEqual({ waiting: null });
  });

  it('of a list waits where its one word says so', () => {
    expect([waitingOfStatus('ON_HOLD'), waitingOfStatus('SCHEDULED'), waitingOfStatus('UNFULFILLED')]).toEqual([{ waiting: 'on_hold' }, { waiting: 'scheduled' }, { waiting: null }]);
  });
});

import { expect, it, vi } from 'vitest';
import { noticeCourier } from '#app/modules/flow/index.server.ts';
import { AdminApiError, OutcomeUnknown, ShopAccessLost, UserErrors } from '#app/platform/shopify/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { checkFiring } from '#sandbox/flow/check-firing.ts';
import { readTriggers } from '#sandbox/flow/read-triggers.ts';

const run = vi.fn<(document: unknown, variables: { handle: string; payload: unknown }) => Promise<unknown>>();
// The courier asks the shop's context for nothing but its way to Shopify.
const courier = noticeCourier({ admin: { run } } as unknown as ShopContext);
const payload = { orderId: '5001', notice: 'shipped', language: 'de', text: 'Ihr Paket ist unterwegs.', trackingPage: 'https://shop.example.com/apps/aftercare/track?key=1', trackingNumber: '', carrier: '', expected: '' };

it('a notice fires the trigger that its extension declares, field by field', async () => {
  run.mockResolvedValueOnce({});
  expect(await courier.send({ id: '1.7', to: '#1001', payload })).toEqual({ provider: 'flow', providerId: '1.7' });
  const fired = run.mock.calls[0]?.[1];
  expect(checkFiring(readTriggers('extensions'), fired?.handle ?? null, fired?.payload)).toEqual([]);
  expect(fired).toMatchObject({ handle: 'customer-notice', payload: { order_id: '5001', Notice: 'shipped', Language: 'de' } });
});

it.each([
  [new UserErrors('FireFlowTrigger', [{ field: ['body'], message: 'Invalid', code: null }]), 'permanent'],
  [new OutcomeUnknown('FireFlowTrigger', new Error('timeout')), 'unknown'],
  [new ShopAccessLost('x'), 'temporary'],
  [new AdminApiError('FireFlowTrigger', 200, [{ code: 'THROTTLED', message: 'Throttled', path: null }], null), 'temporary'],
])('where Shopify says %s it is %s', async (error, fate) => {
  run.mockRejectedValueOnce(error);
  await expect(courier.send({ id: '1.7', to: '#1001', payload })).rejects.toMatchObject({ fate });
});

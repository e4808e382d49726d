import { expect, it } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { receiveView } from '#app/modules/returns/processing/receive-view.server.ts';
import { locationAdd } from '#sandbox/world/commands/location-add.ts';
import { confirmed, openRequestsStage, promise } from '../../returns-requests/stage.ts';

const stage = await openRequestsStage();

it('receives where the policy sends it, unless somebody chooses another place', async () => {
  const shop = await stage.open();
  const { location } = shop.world.change((change) => locationAdd(change, { name: 'Repairs', address: { countryCode: 'DE' } }));
  const repairs = numericId('Location', location?.id ?? '');
  await promise(shop.ctx, { location: { to: { value: repairs, name: 'Repairs' } }, fee: { percent: 0, waived: [] }, way_back: { payer: 'shop' }, period: { kind: 'unlimited' } });
  await confirmed(shop, [shop.wish()]);
  const [made] = shop.returns();
  const { places } = await receiveView(shop.known, numericId('Return', made?.id ?? ''));
  expect(places.length).toBeGreaterThan(1);
  expect(places[0]).toEqual({ id: repairs, name: 'Repairs' });
});

import { expect, it } from 'vitest';
import { publishPeak } from '#app/modules/peak/index.server.ts';
import type { PeakProfile } from '#app/modules/peak/index.pure.ts';
import { domain, setStage } from '../shopify/stage.ts';
import { profile } from './profiles.ts';
import { ask, plan } from './stage.ts';

const stage = await setStage();
const app = stage.start();
const { ctx } = await app.shopify.authenticateAdmin(await stage.visit());
const today = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const running = (changes: Partial<PeakProfile> = {}) => profile({ from: today(-1), to: today(9), arriveBy: '', lastOrders: [], banner: { on: true, text: { de: 'Es ist viel los.' } }, ...changes });
const home = async () => (await fetch(stage.sandbox.urls.storefront(domain))).text();

it('a plan reaches every page of the shop with the scopes the app has, and is gone from them the moment it is ended', async () => {
  stage.sandbox.admin.setBlockPlacements(domain, [{ template: 'index', block: 'aftercare-theme/busy-time-everywhere', settings: {} }]);
  await publishPeak(ctx);
  expect(stage.sandbox.worlds.find(domain)?.shop.appMetafields).toBeUndefined();
  await plan(ctx, [running()]);
  const { rows } = await app.database.pool.query(`select t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'peak.publish'`);
  expect(rows).toHaveLength(1);
  await publishPeak(ctx);
  expect(await home()).toContain('Es ist viel los.');
  await ask(ctx, { intent: 'end', id: 'christmas' });
  await publishPeak(ctx);
  expect(await home()).not.toContain('Es ist viel los.');
});

it('uninstalling takes it away with the app', async () => {
  await plan(ctx, [running({ id: 'next' })]);
  await publishPeak(ctx);
  expect(await home()).toContain('Es ist viel los.');
  stage.sandbox.oauth.uninstall(domain);
  expect(await home()).not.toContain('Es ist viel los.');
});

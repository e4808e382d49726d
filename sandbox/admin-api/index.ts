import type { Router } from 'express';
import express from 'express';
import type { RunAdmin, SandboxClock, SandboxUrls } from '../contract.ts';
import type { World, Worlds } from '../world/index.ts';
import { createBulkOperations } from './bulk/bulk-operations.ts';
import { asShopify } from './bulk/bulk-switches.ts';
import { engineResolvers } from './bulk/bulk-resolvers.ts';
import { finishedBody } from './bulk/finished-body.ts';
import { openResultFiles } from './bulk/result-files.ts';
import { createThrottles } from './cost/throttles.ts';
import { openEngineStore } from './engine-store.ts';
import type { Execute, ShopEngine } from './execution/execute.ts';
import { createExecute } from './execution/execute.ts';
import { createIdempotencyKeys } from './execution/idempotency.ts';
import type { Authenticate } from './http/admin-router.ts';
import { adminRouter } from './http/admin-router.ts';
import { adminControls } from './http/controls.ts';
import { createFaults } from './http/faults.ts';
import { createJobs } from './jobs.ts';
import type { Resolvers } from './resolver.ts';

/** What the room needs from its neighbours. */
export interface AdminApiDeps {
  worlds: Worlds;
  resolvers: Resolvers;
  clock: SandboxClock;
  urls: SandboxUrls;
  dataDir: string | null;
  merchantToken: string;
  authenticate: Authenticate;
  /** A clock for the buckets that only rises; the machine's by default. */
  milliseconds?: () => number;
}

/** The Admin API of every shop in the sandbox. */
export interface AdminApi {
  runAdmin: RunAdmin;
  /** The API's own address, the results of bulk operations and `/control/admin-api`. */
  router: Router;
  /** Resolves when no job and no bulk operation is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Makes the Admin API over a set of resolvers. */
export function createAdminApi(deps: AdminApiDeps): AdminApi {
  const engines = new Map<World, ShopEngine>();
  const faults = createFaults();
  const store = openEngineStore(deps.dataDir);
  const files = openResultFiles({ dataDir: deps.dataDir, secret: store.secret, base: () => deps.urls.base, now: () => deps.clock.now(), breaksDownload });
  const milliseconds = deps.milliseconds ?? (() => performance.now());

  const own = engineResolvers({ execute: () => execute, shopOf: (context) => engineOf(context.world), files });
  const execute: Execute = createExecute({ ...deps, resolvers: merge(deps.resolvers, own) });

  function breaksDownload(): boolean {
    const broken = [...engines.values()].find((engine) => engine.bulkSwitches.brokenDownloads > 0)?.bulkSwitches;
    if (broken === undefined) return false;
    broken.brokenDownloads -= 1;
    return true;
  }

  function engineOf(world: World): ShopEngine {
    let engine = engines.get(world);
    if (engine === undefined) {
      const memory = store.of(world.shop.id);
      engine = {
        world,
        jobs: createJobs(),
        bulkSwitches: asShopify(),
        throttles: createThrottles(milliseconds),
        idempotency: createIdempotencyKeys(memory),
        bulkOperations: createBulkOperations({
          memory,
          now: () => deps.clock.now(),
          newId: () => world.change((change) => change.newId('BulkOperation')),
          finished: (operation) => world.change((change) => change.emit('bulk_operations/finish', operation.id, finishedBody(operation))),
        }),
      };
      engines.set(world, engine);
    }
    return engine;
  }

  function shop(domain: string): ShopEngine | null {
    const world = deps.worlds.find(domain);
    return world === null ? null : engineOf(world);
  }

  const answer: Parameters<typeof adminRouter>[0]['answer'] = async (domain, request, caller, options) => {
    const engine = shop(domain);
    if (engine === null) return { status: 404, body: { errors: 'Not Found' } };
    return execute(engine, request, caller, options);
  };

  const router = express.Router();
  router.use(files.router);
  router.use('/control/admin-api', adminControls({ shop, faults }));
  router.use(adminRouter({ ...deps, answer, faults, hasShop: (domain) => deps.worlds.find(domain) !== null }));

  async function settled(): Promise<void> {
    for (const engine of engines.values()) {
      await engine.jobs.settled();
      await engine.bulkOperations.settled();
    }
  }

  return {
    runAdmin: (domain, request, caller) => answer(domain, request, caller, {}),
    router,
    settled,
    async stop() {
      for (const engine of engines.values()) {
        engine.jobs.stop();
        engine.bulkOperations.stop();
      }
      await settled();
      files.close();
      store.close();
    },
  };
}

function merge(world: Resolvers, engine: Resolvers): Resolvers {
  const types = new Set([...Object.keys(world), ...Object.keys(engine)]);
  return Object.fromEntries([...types].map((type) => [type, { ...world[type], ...engine[type] }]));
}

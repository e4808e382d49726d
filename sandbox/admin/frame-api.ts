import express, { type Router } from 'express';
import { z } from 'zod';
import { ScopeRefusal } from '../oauth/installations.ts';
import type { World } from '../world/index.ts';
import { extensionStatus } from './extension-status.ts';
import type { AdminDeps } from './deps.ts';
import { pickResources } from './pick-resources.ts';
import type { AdminPreferences } from './preferences.ts';
import { shopOfHandle } from './shop-of-handle.ts';
import { signedInStaff } from './signed-in-staff.ts';

const graphql = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).optional(), operationName: z.string().optional() });
const scopes = z.object({ scopes: z.array(z.string()) });
const resources = z.object({ type: z.enum(['product', 'variant', 'collection']), query: z.string().default('') });

/** What the frame asks on behalf of the app's page: `POST /store/{handle}/frame/...`. */
export function frameApi(deps: AdminDeps, preferences: AdminPreferences): Router {
  const router = express.Router({ mergeParams: true });
  router.use(express.json({ limit: '2mb' }));

  const answer = (name: string, run: (world: World, body: unknown, staff: string) => unknown) =>
    router.post(`/${name}`, async (request, response, next) => {
      const world = shopOfHandle(deps.worlds, z.object({ handle: z.string() }).parse(request.params).handle);
      if (!world) return void response.status(404).json({ error: 'no such shop' });
      try {
        response.json(await run(world, request.body, signedInStaff(request)));
      } catch (error) {
        if (error instanceof ScopeRefusal) response.status(409).json({ error: error.message });
        else if (error instanceof z.ZodError) response.status(400).json({ error: z.prettifyError(error) });
        else next(error);
      }
    });

  answer('id-token', async ({ domain }, _body, staff) => {
    deps.oauth.scopes(domain);
    return { idToken: await deps.oauth.mintIdToken(domain, staff) };
  });
  answer('direct-api', ({ domain }, body) => {
    const installation = deps.oauth.installation(domain);
    if (!installation || installation.uninstalledAt) throw new ScopeRefusal(`${deps.app.name} is not installed on ${domain}`);
    return deps.runAdmin(domain, graphql.parse(body), { kind: 'app', installation });
  });
  answer('user', () => ({ accountAccess: 'Full access' }));
  answer('scopes-query', ({ domain }) => deps.oauth.scopes(domain));
  answer('scopes-grant', ({ domain }, body) => deps.oauth.grantScopes(domain, scopes.parse(body).scopes));
  answer('scopes-revoke', ({ domain }, body) => deps.oauth.revokeScopes(domain, scopes.parse(body).scopes));
  answer('extensions', ({ domain }) => extensionStatus(deps.extensionsDir, preferences.blocks(domain)));
  answer('resources', (world, body) => {
    const { type, query } = resources.parse(body);
    return pickResources(world, type, query);
  });
  return router;
}

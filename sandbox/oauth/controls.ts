import express, { type Router } from 'express';
import { z } from 'zod';
import type { Grants } from './grants.ts';
import { ScopeRefusal } from './installations.ts';

const scopeChange = z.object({ grant: z.array(z.string()).default([]), revoke: z.array(z.string()).default([]) });
const approvals = z
  .object({ level1: z.boolean(), name: z.boolean(), email: z.boolean(), phone: z.boolean(), address: z.boolean() })
  .partial();
const expiry = z.object({ refreshTokens: z.boolean().default(false) });
const rename = z.object({ to: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/) });
const rotation = z.object({ secret: z.string().min(1).optional() });

/** `/control/oauth/...`: what tests and the demo do to installations, tokens and the client secret. */
export function oauthControls(oauth: Grants): Router {
  const router = express.Router();
  router.use(express.json());

  router.post('/rotate-secret', (request, response) => {
    response.json({ clientSecret: oauth.rotateClientSecret(rotation.parse(request.body ?? {}).secret) });
  });
  router.get('/:domain', (request, response) => {
    const found = oauth.installation(request.params.domain);
    response.status(found ? 200 : 404).json(found ? { ...found, scopes: [...found.scopes] } : { error: 'The app was never installed there' });
  });
  router.get('/:domain/id-token', (request, response, next) => {
    oauth.mintIdToken(request.params.domain).then((idToken) => response.json({ idToken }), next);
  });
  const act = (path: string, run: (domain: string, body: unknown) => unknown) =>
    router.post(`/:domain/${path}`, (request, response) => {
      response.json(run(request.params.domain ?? '', request.body ?? {}) ?? { done: true });
    });
  for (const path of ['install', 'reinstall']) act(path, (domain) => ({ installedAt: oauth.install(domain).installedAt }));
  act('uninstall', (domain) => oauth.uninstall(domain));
  act('revoke-tokens', (domain) => oauth.revokeTokens(domain));
  act('expire-tokens', (domain, body) => oauth.expireTokens(domain, expiry.parse(body).refreshTokens ? 'access and refresh' : 'access'));
  act('protected-data', (domain, body) => oauth.setProtectedData(domain, approvals.parse(body)).protectedData);
  act('rename', (domain, body) => oauth.renameShop(domain, rename.parse(body).to));
  act('scopes', (domain, body) => {
    const { grant, revoke } = scopeChange.parse(body);
    if (revoke.length) oauth.revokeScopes(domain, revoke);
    return grant.length ? oauth.grantScopes(domain, grant) : oauth.scopes(domain);
  });

  router.use((error: unknown, _request: express.Request, response: express.Response, next: express.NextFunction) => {
    if (error instanceof ScopeRefusal) response.status(409).json({ error: error.message });
    else if (error instanceof z.ZodError) response.status(400).json({ error: z.prettifyError(error) });
    else next(error);
  });
  return router;
}

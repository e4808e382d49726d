import express, { type Router } from 'express';
import { answerTokenRequest } from './access-token.ts';
import { oauthControls } from './controls.ts';
import { createGrants, type OAuthDeps } from './grants.ts';
import { openStore } from './store.ts';

export type { OAuthDeps } from './grants.ts';

/** The room as its neighbours use it. */
export type OAuth = ReturnType<typeof createOAuth>;

/** Keeps installations and tokens, signs what Shopify signs when it opens the app, and answers the token endpoint. */
export function createOAuth(deps: OAuthDeps) {
  const { app, clock } = deps;
  const store = openStore(deps.dataDir);
  const grants = createGrants(deps, store);

  const router: Router = express.Router();
  router.post(
    '/shop/:domain/admin/oauth/access_token',
    express.json(),
    express.urlencoded({ extended: false }),
    (request, response, next) => {
      answerTokenRequest({ app, clock, store }, request.params.domain ?? '', request.body).then(({ status, body }) => response.status(status).json(body), next);
    },
  );
  router.use('/control/oauth', oauthControls(grants));
  return { router, ...grants, close: () => store.close() };
}

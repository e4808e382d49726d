import type { Request } from 'express';
import { shopHandle } from '../oauth/launch-parameters.ts';
import type { World } from '../world/index.ts';
import type { AdminDeps } from './deps.ts';
import type { Page } from './page.ts';
import type { AdminPreferences } from './preferences.ts';
import { signedInStaff } from './signed-in-staff.ts';

/** The app in its frame, opened at the page that the admin's own address names, with signed launch parameters. */
export async function appPage(world: World, deps: AdminDeps, preferences: AdminPreferences, request: Request): Promise<Page> {
  const { app, oauth, urls } = deps;
  const { domain } = world;
  const installation = oauth.installation(domain);
  const base = { title: app.name, section: 'app' };
  if (!installation || installation.uninstalledAt) return { ...base, template: 'not-installed', data: {} };
  // A released configuration asks for its scopes when the merchant opens the app; the sandbox's merchant always agrees.
  oauth.applyConfiguredScopes(domain);
  const at = `/store/${shopHandle(domain)}`;
  const asked = new URL(request.originalUrl, urls.base);
  const inside = asked.pathname.split('/').slice(5).join('/');
  const query = new URLSearchParams(asked.search);
  for (const [name, value] of await oauth.launchParameters(domain, preferences.language(domain), signedInStaff(request))) query.set(name, value);
  const source = new URL(`/${inside}?${query}`, `${urls.appPublic}/`);
  const frame = { source: source.href, origin: source.origin, at: `${at}/apps/${app.handle}`, api: `${at}/frame`, store: at, clientId: app.clientId };
  return { ...base, template: 'app', data: { frame, frameJson: JSON.stringify(frame).replaceAll('<', '\\u003c') } };
}

import type { Gid, Installation, RegisteredApp, SandboxClock, ShopEvent } from '../contract.ts';
import type { OAuthStore } from './store.ts';

/** The app's place in every shop's events; the sandbox knows one app. */
const APP_GID: Gid = 'gid://shopify/App/1';

/** What changing an installation needs. */
export interface InstallationDeps {
  app: RegisteredApp;
  clock: SandboxClock;
  store: OAuthStore;
  emit(shopDomain: string, event: ShopEvent): void;
}

/** What an app hears of its scopes: those it has, those it must have, those it may ask for. */
export interface ScopesDetail {
  granted: string[];
  required: string[];
  optional: string[];
}

/** A change of scopes that Shopify would refuse. */
export class ScopeRefusal extends Error {}

const everything: Installation['protectedData'] = { level1: true, name: true, email: true, phone: true, address: true };

/** The operations on installations: each keeps the record, ends tokens where Shopify does, and reports what apps are told. */
export function installationsOf({ app, clock, store, emit }: InstallationDeps) {
  const active = (shopDomain: string): Installation => {
    const found = store.installation(shopDomain);
    if (!found || found.uninstalledAt) throw new ScopeRefusal(`${app.name} is not installed on ${shopDomain}`);
    return found;
  };
  const detail = (installation: Installation): ScopesDetail => ({
    granted: [...installation.scopes],
    required: app.scopes,
    optional: app.optionalScopes,
  });
  const change = (shopDomain: string, next: (scopes: Set<string>) => Set<string>): ScopesDetail => {
    const before = active(shopDomain);
    const after = { ...before, scopes: next(before.scopes) };
    const changed = after.scopes.size !== before.scopes.size || [...after.scopes].some((scope) => !before.scopes.has(scope));
    if (!changed) return detail(before);
    store.saveInstallation(after);
    const at = clock.now();
    const body = { id: APP_GID, previous: [...before.scopes], current: [...after.scopes], updated_at: at.toISOString() };
    emit(shopDomain, { topic: 'app/scopes_update', subject: APP_GID, at, body });
    return detail(after);
  };

  return {
    /** Installs, or installs again after an uninstall, with the scopes the app requires; an active installation stays as it is. */
    install(shopDomain: string): Installation {
      const before = store.installation(shopDomain);
      if (before && !before.uninstalledAt) return before;
      const installation: Installation = {
        shopDomain,
        clientId: app.clientId,
        scopes: new Set(app.scopes),
        protectedData: before?.protectedData ?? everything,
        installedAt: clock.now(),
        uninstalledAt: null,
      };
      store.saveInstallation(installation);
      return installation;
    },
    /** Ends every token at once, keeps the record, and tells the app. */
    uninstall(shopDomain: string): void {
      const installation = active(shopDomain);
      const at = clock.now();
      store.revokeTokens(shopDomain, 'all');
      store.saveInstallation({ ...installation, scopes: new Set(), uninstalledAt: at });
      emit(shopDomain, { topic: 'app/uninstalled', subject: APP_GID, at });
    },
    scopes: (shopDomain: string) => detail(active(shopDomain)),
    /** Grants declared optional scopes; others are refused. */
    grantScopes(shopDomain: string, scopes: string[]): ScopesDetail {
      const undeclared = scopes.filter((scope) => !app.optionalScopes.includes(scope) && !app.scopes.includes(scope));
      if (undeclared.length) throw new ScopeRefusal(`The scopes ${undeclared.join(', ')} are not declared by the app`);
      return change(shopDomain, (before) => new Set([...before, ...scopes]));
    },
    /** Takes optional scopes away; required ones are refused. */
    revokeScopes(shopDomain: string, scopes: string[]): ScopesDetail {
      const required = scopes.filter((scope) => app.scopes.includes(scope));
      if (required.length) throw new ScopeRefusal(`The scopes ${required.join(', ')} are required and cannot be revoked`);
      return change(shopDomain, (before) => new Set([...before].filter((scope) => !scopes.includes(scope))));
    },
    /** Gives an active installation the scopes that a changed app configuration requires, as opening the app does. */
    applyConfiguredScopes: (shopDomain: string): ScopesDetail =>
      change(shopDomain, (before) => new Set([...app.scopes, ...app.optionalScopes.filter((scope) => before.has(scope))])),
    setProtectedData(shopDomain: string, approvals: Partial<Installation['protectedData']>): Installation {
      const installation = active(shopDomain);
      const next = { ...installation, protectedData: { ...installation.protectedData, ...approvals } };
      store.saveInstallation(next);
      return next;
    },
  };
}

import { z } from 'zod';
import { ScopeRefusal } from '../oauth/installations.ts';
import { staffMembers } from '../oauth/staff.ts';
import type { World } from '../world/index.ts';
import type { AdminDeps } from './deps.ts';
import type { Act, Outcome, Page } from './page.ts';
import { type AdminPreferences, languages } from './preferences.ts';

/** The shop's settings: who is signed in, the admin's language, the app's installation and what it is allowed. */
export function settingsPage(world: World, deps: AdminDeps, { preferences, staff }: { preferences: AdminPreferences; staff: string }): Page {
  const installation = deps.oauth.installation(world.domain);
  const granted = installation?.scopes ?? new Set<string>();
  return {
    template: 'settings',
    title: 'Settings',
    section: 'settings',
    data: {
      languages: languages.map((code) => ({ code, label: code === 'en' ? 'English' : '简体中文', chosen: preferences.language(world.domain) === code })),
      staff: staffMembers.map(({ userId, firstName, lastName, accountOwner }) => ({ userId, name: `${firstName} ${lastName}`, owner: accountOwner, here: userId === staff })),
      everInstalled: installation !== null,
      scopes: deps.app.scopes.map((name) => ({ name, granted: granted.has(name) })),
      optionalScopes: deps.app.optionalScopes.map((name) => ({ name, granted: granted.has(name) })),
      details: [
        { label: 'Name', value: world.shop.name },
        { label: 'Domain', value: world.domain },
        { label: 'Currency', value: world.shop.currency },
        { label: 'Time zone', value: world.shop.ianaTimezone },
        { label: 'Languages', value: world.shop.locales.map(({ locale }) => locale).join(', ') },
        { label: 'Plan', value: world.shop.plan.publicDisplayName },
      ],
    },
  };
}

const attempt = (done: string, run: () => unknown): Outcome => {
  try {
    run();
    return { done };
  } catch (error) {
    if (error instanceof ScopeRefusal) return { error: error.message };
    throw error;
  }
};

/** What can be done on the settings page. */
export function settingsActions({ oauth, app }: AdminDeps, preferences: AdminPreferences): Record<string, Act> {
  return {
    language: async ({ domain }, form) => attempt('Language changed', () => preferences.setLanguage(domain, z.enum(languages).parse(form.language))),
    install: async ({ domain }) => attempt(`${app.name} installed`, () => oauth.install(domain)),
    uninstall: async ({ domain }) => attempt(`${app.name} uninstalled`, () => oauth.uninstall(domain)),
    grant: async ({ domain }, form) => attempt('Permission granted', () => oauth.grantScopes(domain, [form.scope ?? ''])),
    revoke: async ({ domain }, form) => attempt('Permission taken away', () => oauth.revokeScopes(domain, [form.scope ?? ''])),
  };
}

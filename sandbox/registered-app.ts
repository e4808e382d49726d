import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { z } from 'zod';
import type { RegisteredApp } from './contract.ts';

const names = z.array(z.string()).default([]);

const configuration = z.object({
  client_id: z.string(),
  name: z.string(),
  handle: z.string(),
  application_url: z.url(),
  access_scopes: z.object({ scopes: z.string().default(''), optional_scopes: names }),
  webhooks: z
    .object({
      api_version: z.string(),
      subscriptions: z
        .array(
          z.object({
            topics: names,
            compliance_topics: names,
            uri: z.string(),
            include_fields: z.array(z.string()).optional(),
            filter: z.string().optional(),
          }),
        )
        .default([]),
    })
    .default({ api_version: '2026-10', subscriptions: [] }),
  app_proxy: z.object({ url: z.string(), prefix: z.enum(['a', 'apps', 'community', 'tools']), subpath: z.string().max(30) }).optional(),
  customer_authentication: z.object({ redirect_uris: names, javascript_origins: names, logout_urls: names }).optional(),
});

/** What is not in the file: the secrets, and where the app answers in this run. */
export interface RegistrationOptions {
  clientId?: string;
  clientSecret: string;
  /** Takes the place of `application_url` everywhere in the file, as `shopify app dev` does; the file's own by default. */
  url?: string;
}

/** Registers the app described by a `shopify.app.toml`; throws with the reason when the file is not one. */
export function readRegisteredApp(tomlPath: string, options: RegistrationOptions): RegisteredApp {
  const parsed = configuration.safeParse(parse(readFileSync(tomlPath, 'utf8')));
  if (!parsed.success) throw new Error(`${tomlPath} is no app configuration:\n${z.prettifyError(parsed.error)}`);
  const file = parsed.data;
  const declared = withoutSlash(file.application_url);
  const url = withoutSlash(options.url ?? declared);
  const moved = (address: string): string => (address.startsWith(declared) ? url + address.slice(declared.length) : address);
  return {
    clientId: options.clientId ?? file.client_id,
    clientSecret: options.clientSecret,
    oldClientSecret: null,
    name: file.name,
    handle: file.handle,
    url,
    scopes: words(file.access_scopes.scopes),
    optionalScopes: file.access_scopes.optional_scopes,
    webhookApiVersion: file.webhooks.api_version,
    webhooks: file.webhooks.subscriptions.map((subscription) => ({
      topics: subscription.topics,
      complianceTopics: subscription.compliance_topics,
      uri: moved(subscription.uri),
      includeFields: subscription.include_fields ?? null,
      filter: subscription.filter ?? null,
    })),
    appProxy: file.app_proxy ? { ...file.app_proxy, url: moved(file.app_proxy.url) } : null,
    customerAuthentication: file.customer_authentication
      ? {
          redirectUris: file.customer_authentication.redirect_uris.map(moved),
          javascriptOrigins: file.customer_authentication.javascript_origins.map(moved),
          logoutUris: file.customer_authentication.logout_urls.map(moved),
        }
      : null,
  };
}

function words(list: string): string[] {
  return list.split(',').map((word) => word.trim()).filter((word) => word !== '');
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

/**
 * What the rooms of the sandbox promise each other. Types only; each room's README says the rest.
 * The app never imports anything from here.
 */

/** A Shopify global id such as `gid://shopify/Order/5001`. */
export type Gid = string;

/** Who is calling the Admin API. A merchant may do everything; an app only what its installation grants. */
export type Caller =
  | { kind: 'merchant' }
  | { kind: 'app'; installation: Installation };

/** One app on one shop. Uninstalling revokes every token and keeps the record for the later redact webhook. */
export interface Installation {
  shopDomain: string;
  clientId: string;
  /** Granted access scopes, e.g. `read_orders`. */
  scopes: Set<string>;
  /** Protected customer data approvals; a field that is not approved reads null with an error at HTTP 200. */
  protectedData: { level1: boolean; name: boolean; email: boolean; phone: boolean; address: boolean };
  installedAt: Date;
  uninstalledAt: Date | null;
}

/** Something that happened in the shop and that webhooks may report. `topic` is the webhook name, e.g. `orders/create`. */
export interface ShopEvent {
  topic: string;
  /** The thing the event is about: an order, a fulfillment, a fulfillment event, a customer ... */
  subject: Gid;
  at: Date;
  /** What Shopify puts in the body when the subject is gone or the body is not the subject (bulk operations, deletes). */
  body?: Record<string, unknown>;
}

/** The answer of the Admin API as it goes over the wire. `status` is the HTTP status. */
export interface AdminAnswer {
  status: number;
  body: { data?: unknown; errors?: unknown; extensions?: unknown };
}

/** Runs one GraphQL request on a shop, in process. The HTTP door and the sandbox's own pages both use it. */
export type RunAdmin = (
  shopDomain: string,
  request: { query: string; variables?: Record<string, unknown>; operationName?: string },
  caller: Caller,
) => Promise<AdminAnswer>;

/** Time inside the sandbox: seeding travels to the past, the demo runs in the present. */
export interface SandboxClock {
  now(): Date;
  /** Sets the clock; it goes on ticking from there. */
  travelTo(at: Date): void;
  /** Back to the machine's own time. */
  returnToPresent(): void;
}

/** The app as the Partner Dashboard knows it, read from shopify.app.toml plus the secrets given at start. */
export interface RegisteredApp {
  clientId: string;
  clientSecret: string;
  /** The secret before the last rotation; the sandbox signs with `clientSecret` only. */
  oldClientSecret: string | null;
  name: string;
  /** Handle in admin URLs: `/store/{shop}/apps/{handle}`. */
  handle: string;
  /** Where webhooks, the proxy and the frame reach the app, without trailing slash. */
  url: string;
  scopes: string[];
  optionalScopes: string[];
  webhookApiVersion: string;
  webhooks: { topics: string[]; complianceTopics: string[]; uri: string; includeFields: string[] | null; filter: string | null }[];
  appProxy: { url: string; prefix: string; subpath: string } | null;
  /** How customers sign in to it; null where they do not. */
  customerAuthentication: { redirectUris: string[]; javascriptOrigins: string[]; logoutUris: string[] } | null;
}

/** Where things answer in this run, each without a trailing slash. */
export interface SandboxUrls {
  /** The admin, the shops' APIs, the mailbox: everything on `PORT`. */
  base: string;
  /** A shop's storefront. */
  storefront(shopDomain: string): string;
  /** The app's public address, served by the tunnel. */
  appPublic: string;
  /** The app's own web process, behind the tunnel. */
  appLocal: string;
}

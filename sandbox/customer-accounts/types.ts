import type { Installation, RegisteredApp, RunAdmin, SandboxClock, SandboxUrls } from '../contract.ts';
import type { OutboxStore } from '../mailbox/index.ts';
import type { Worlds } from '../world/index.ts';

/** What the room needs from its neighbours. */
export interface CustomerAccountsDeps {
  app: RegisteredApp;
  worlds: Pick<Worlds, 'find' | 'all'>;
  runAdmin: RunAdmin;
  clock: SandboxClock;
  urls: SandboxUrls;
  outbox: Pick<OutboxStore, 'add'>;
  installation(shopDomain: string): Installation | null;
}

/** A customer as the sign-in knows them. */
export interface Account {
  /** The numeric part of Shopify's id. */
  id: string;
  email: string;
}

/** What an app asked for at the authorize endpoint, found right. */
export interface SignInRequest {
  shopDomain: string;
  redirectUri: string;
  scopes: readonly string[];
  state: string;
  nonce: string;
  challenge: string;
}

/** OAuth's own words for a refusal, with the HTTP status it is answered with. */
export interface Refusal {
  status: number;
  error: 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type' | 'unsupported_response_type' | 'invalid_scope' | 'access_denied';
  description: string;
}

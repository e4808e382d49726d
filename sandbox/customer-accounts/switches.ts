import { z } from 'zod';

/** What tests and the curious may change about the room. */
export const switchesShape = z.object({
  /** False: the shop has the old customer accounts, and no discovery documents. */
  newAccounts: z.boolean(),
  /** False: sign-ins end with their access token. */
  refreshTokens: z.boolean(),
  /** True: the token endpoint answers 503. */
  tokenEndpointDown: z.boolean(),
  /** Claims that id tokens carry instead of the right ones. */
  claims: z.record(z.string(), z.unknown()),
});
export type Switches = z.infer<typeof switchesShape>;

export const asShopifyDoes = (): Switches => ({ newAccounts: true, refreshTokens: true, tokenEndpointDown: false, claims: {} });

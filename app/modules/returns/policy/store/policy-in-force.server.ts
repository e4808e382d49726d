import type { ShopTx } from '#app/platform/db/database.server.ts';
import { defaultPolicy } from '../default-policy.ts';
import type { Policy, PolicyVersions } from '../policy.ts';
import { newestDraft, publishedPolicies, type PublishedPolicy } from './policy-store.server.ts';

/** The versions returns are decided by; null while a shop has promised nothing. */
export async function promisedVersions(tx: ShopTx): Promise<PolicyVersions | null> {
  const [first, ...others] = await publishedPolicies(tx);
  return first ? [first, ...others] : null;
}

/** What a merchant goes on writing at, and from what it differs. */
export interface PolicyInWork {
  policy: Policy;
  /** Of the draft; 0 where there is none. */
  revision: number;
  published: PublishedPolicy | null;
}

/** The draft, else what is published, else what a shop begins with. */
export async function policyInWork(tx: ShopTx): Promise<PolicyInWork> {
  const draft = await newestDraft(tx);
  const published = (await publishedPolicies(tx)).at(-1) ?? null;
  return { policy: draft?.policy ?? published?.policy ?? defaultPolicy, revision: draft?.revision ?? 0, published };
}

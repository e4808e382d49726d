import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { readPolicy } from '../policy-schema.ts';
import type { Policy, PolicyVersion } from '../policy.ts';

/** A version with who published it; nobody did so with the policy a shop begins with. */
export interface PublishedPolicy extends PolicyVersion {
  publishedBy: string | null;
}

/** What is written and not published: the revision its writer saw is stated with the next change. */
export interface PolicyDraft {
  revision: number;
  policy: Policy;
  madeAt: Date;
  madeBy: string | null;
}

/** Every version a shop published, the oldest first. */
export async function publishedPolicies(tx: ShopTx): Promise<PublishedPolicy[]> {
  const rows = await tx.returns_policy_versions.findMany({ orderBy: { version: 'asc' } });
  return rows.map(({ version, policy, published_at, published_by }) => ({ version, policy: stored(policy), publishedAt: published_at, publishedBy: published_by }));
}

/** Adds a version after those there are; false where somebody else added it meanwhile. */
export async function addPublished(tx: ShopTx, { version, policy, publishedAt, publishedBy }: PublishedPolicy): Promise<boolean> {
  const count = await tx.$executeRaw(sql`
    insert into returns_policy_versions (version, policy, published_at, published_by) values (${version}, ${JSON.stringify(policy)}::jsonb, ${publishedAt}, ${publishedBy})
    on conflict do nothing`);
  return count === 1;
}

/** The newest step of the draft; null where everything written is published. */
export async function newestDraft(tx: ShopTx): Promise<PolicyDraft | null> {
  const row = await tx.returns_policy_drafts.findFirst({ orderBy: { revision: 'desc' } });
  return row && { revision: Number(row.revision), policy: stored(row.policy), madeAt: row.made_at, madeBy: row.made_by };
}

/** Adds a step after the one its writer saw and gives its revision; null where somebody else went on from there. */
export async function addDraft(tx: ShopTx, { after, policy, madeAt, madeBy }: Omit<PolicyDraft, 'revision'> & { after: number }): Promise<number | null> {
  const [added] = await tx.$queryRaw<{ revision: bigint }[]>(sql`
    insert into returns_policy_drafts (follows, policy, made_at, made_by) values (${after}, ${JSON.stringify(policy)}::jsonb, ${madeAt}, ${madeBy})
    on conflict do nothing returning revision`);
  return added ? Number(added.revision) : null;
}

/** Takes back one step, or every one there is; how many there were. */
export async function dropDrafts(tx: ShopTx, only?: { revision: number }): Promise<number> {
  const { count } = await tx.returns_policy_drafts.deleteMany({ where: only ?? {} });
  return count;
}

/** What was sound when it was written is promised for ever: a policy that cannot be read any more must not pass for another. */
function stored(value: unknown): Policy {
  const read = readPolicy(value);
  if ('problems' in read) throw new Error(`A stored return policy cannot be read: ${read.problems.map(({ path, problem }) => `${path} ${problem}`).join(', ')}`);
  return read.policy;
}

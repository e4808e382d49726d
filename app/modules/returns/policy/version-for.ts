import type { PolicyVersion, PolicyVersions } from './policy.ts';

/** What was published at a moment; before the first version, the first one. */
export function versionFor(versions: PolicyVersions, at: Date): PolicyVersion {
  const first = versions.reduce((found, each) => (each.version < found.version ? each : found));
  return versions.reduce((found, each) => (each.publishedAt <= at && each.version > found.version ? each : found), first);
}

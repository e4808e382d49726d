import type { NoticeKind } from '../kinds.ts';

/** Mails of other rooms that are worded beside the notices: what answers a report, and what announces a busy time. */
export const furtherKinds = ['problem_received', 'peak_announcement'] as const;
export type FurtherKind = (typeof furtherKinds)[number];

/** Everything a merchant words. */
export type WordedKind = NoticeKind | FurtherKind;

/** True for the name of such a mail. */
export function isFurtherKind(name: unknown): name is FurtherKind {
  return furtherKinds.some((kind) => kind === name);
}

import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';
import { initialRules, rulesSchema, type KindRules } from './kind-rules.ts';
import { kindTerms, type NoticeKind } from './kinds.ts';

/** What a merchant decided of a kind; `since`: what happened before is not told. */
const choiceSchema = z.object({ on: z.boolean(), since: z.iso.datetime() });
const schema = z.object({ kinds: z.record(z.string(), choiceSchema), rules: z.record(z.string(), rulesSchema).optional() });

export type NoticesSetting = z.infer<typeof schema>;

/** Which kinds are told; one that is not named stands as it came. */
export const noticesSetting: Setting<NoticesSetting> = { name: 'notices', schema, initial: { kinds: {} } };

/** Whether a kind is told. */
export function isOn({ kinds }: NoticesSetting, kind: NoticeKind): boolean {
  return kinds[kind]?.on ?? kindTerms[kind].on;
}

/** When a kind is told, and to whom. */
export function rulesOf({ rules }: NoticesSetting, kind: NoticeKind): KindRules {
  return rules?.[kind] ?? initialRules(kind);
}

/** Whether a merchant decided when a kind is told, or to whom. */
export function hasOwnRules(setting: NoticesSetting, kind: NoticeKind): boolean {
  const { waitHours, inBusinessHours, gatherHours, audience } = rulesOf(setting, kind);
  return waitHours !== initialRules(kind).waitHours || inBusinessHours || gatherHours !== null || audience.length > 0;
}

/** Since when what happens is told, where somebody switched the kind on. */
export function toldSince({ kinds }: NoticesSetting, kind: NoticeKind): Date | null {
  const choice = kinds[kind];
  return choice ? new Date(choice.since) : null;
}

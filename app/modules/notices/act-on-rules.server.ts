import { z } from 'zod';
import { ExpectedError, unknownIntent } from '#app/kernel/errors.ts';
import { readJson } from '#app/kernel/json.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { saveSettingPart, type SavedSetting } from '#app/modules/settings/index.server.ts';
import { audienceSchema } from './audience.ts';
import { countAudience, type AudienceCount } from './count-audience.server.ts';
import { isNoticeKind } from './kinds.ts';
import { rulesSchemaOf, type KindRules } from './kind-rules.ts';
import { noticesSetting } from './notices-setting.ts';
import { wakeWaiting } from './wake-waiting.server.ts';
import { wayNames, type WayName } from './ways/way.ts';
import { waysSetting } from './ways/ways-setting.ts';

/** By what a kind goes, as its form holds it. */
export interface ChosenWays {
  ways: WayName[];
}

const waysSchema: z.ZodType<ChosenWays> = z.object({ ways: z.array(z.enum(wayNames)).min(1, 'required') });

type Answer = SavedSetting<KindRules> | SavedSetting<ChosenWays> | { count: AudienceCount | null };

/** What a merchant does on the page of one kind's rules: save when and to whom it goes, save by what, or count an audience that is not saved yet. */
export async function actOnRules(ctx: ShopContext, kind: string, form: FormData, by: string | null): Promise<Answer> {
  if (!isNoticeKind(kind)) throw new ExpectedError('unknown_notice', 404, 'There is no such notice.');
  switch (form.get('intent')) {
    case 'save-rules':
      return saveSettingPart(ctx, { setting: noticesSetting, schema: rulesSchemaOf(kind), into: (whole, rules) => ({ ...whole, rules: { ...whole.rules, [kind]: rules } }) }, form, { by, afterwards: (tx) => wakeWaiting(tx, [kind]) });
    case 'save-ways':
      return saveSettingPart(ctx, { setting: waysSetting, schema: waysSchema, into: (whole, { ways }) => ({ ...whole, kinds: { ...whole.kinds, [kind]: ways } }) }, form, { by });
    case 'count': {
      const audience = audienceSchema.safeParse(readJson(String(form.get('audience'))));
      return { count: audience.success ? await ctx.tx((tx) => countAudience(tx, audience.data, ctx.clock.now())) : null };
    }
    default:
      throw unknownIntent();
  }
}

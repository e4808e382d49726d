import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';
import type { NoticeKind } from '../kinds.ts';
import { wayNames, type WayName } from './way.ts';

const schema = z.object({ kinds: z.record(z.string(), z.array(z.enum(wayNames)).min(1)) });

export type WaysSetting = z.infer<typeof schema>;

/** Which ways a merchant chose for a kind; one that is not named goes by mail. */
export const waysSetting: Setting<WaysSetting> = { name: 'notice-ways', schema, initial: { kinds: {} } };

/** The ways of a kind as they are chosen. */
export function chosenWays({ kinds }: WaysSetting, kind: NoticeKind): readonly WayName[] {
  return kinds[kind] ?? ['email'];
}

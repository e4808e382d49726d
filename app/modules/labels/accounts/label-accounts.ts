import { z } from 'zod';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { Setting } from '#app/modules/settings/index.server.ts';
import type { LabelService } from '../way-back.ts';

const account = z.object({
  sealedKey: z.string(),
  /** The last four signs of the key, so that a merchant knows it again. */
  keyEnd: z.string(),
  connectedAt: z.iso.datetime(),
});

/** A merchant's account at a label service; its key is sealed. */
export type LabelAccount = z.infer<typeof account>;

const schema = z.object({ easypost: account.nullable(), shippo: account.nullable() });

/** The accounts that labels are bought with. */
export const labelAccountsSetting: Setting<Record<LabelService, LabelAccount | null>> = { name: 'returns-label-accounts', schema, initial: { easypost: null, shippo: null } };

/** The key of an account. */
export function keyOf({ sealedKey }: LabelAccount, sealer: Sealer): string {
  return sealer.open(sealedKey);
}

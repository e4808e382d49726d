import { z } from 'zod';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { Setting } from '#app/modules/settings/index.server.ts';
import { sourceKeys, type SourceAccess, type SourceKey } from './source.ts';

const connection = z.object({
  source: z.enum(sourceKeys),
  sealedKey: z.string(),
  /** The last four signs of the key, so that a merchant knows it again. */
  keyEnd: z.string(),
  sealedSecret: z.string().nullable(),
  address: z.string().nullable(),
  /** In the address that the source pushes to: it finds the shop and cannot be guessed. */
  token: z.string(),
  connectedAt: z.iso.datetime(),
});

/** A source that the merchant connected. */
export type Connection = z.infer<typeof connection>;

const schema = z.object({ connections: z.array(connection) });

/** The sources that a merchant connected with accounts of their own; secrets are sealed. */
export const sourcesSetting: Setting<z.infer<typeof schema>> = { name: 'tracking-sources', schema, initial: { connections: [] } };

/** What a call to the source needs. */
export function accessOf({ sealedKey, sealedSecret, address }: Connection, sealer: Sealer): SourceAccess {
  return { key: sealer.open(sealedKey), webhookSecret: sealedSecret === null ? null : sealer.open(sealedSecret), address };
}

export function connectionTo(connections: readonly Connection[], source: SourceKey): Connection | null {
  return connections.find((one) => one.source === source) ?? null;
}

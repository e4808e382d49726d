import { keptKey } from '#app/platform/crypto/kept-key.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeSetting, orConflict, readSetting } from '#app/modules/settings/index.server.ts';
import { readForm, type FormErrors } from '#app/ui/read-form.ts';
import type { z } from 'zod';
import { wantAllAnew } from './followings.server.ts';
import { followParcelsJob } from './jobs.ts';
import { newPushToken } from '#app/platform/webhooks/push-token.ts';
import { sourceForm } from './source-form.ts';
import { connectionTo, sourcesSetting, type Connection } from './source-setting.ts';
import { endPause } from './source-states.server.ts';
import { sources } from './sources.server.ts';

/** Connects a source with the merchant's account, or changes its key; says what is wrong in names of texts. Secrets are sealed before they are stored. */
export async function saveSource(ctx: ShopContext, sealer: Sealer, form: FormData, by: string | null): Promise<{ saved: true } | { errors: FormErrors }> {
  const read = readForm(sourceForm, form);
  if (!read.ok) return { errors: read.errors };
  const { value: setting, version } = await ctx.tx((tx) => readSetting(tx, sourcesSetting));
  const before = connectionTo(setting.connections, read.value.source);
  const fields = lacking(read.value, before);
  if (Object.keys(fields).length > 0) return { errors: { fields, form: null } };
  const connection = connectionOf(read.value, before, ctx, sealer);
  const connections = [...setting.connections.filter(({ source }) => source !== connection.source), connection];
  return orConflict(async () => {
    await changeSetting(ctx, sourcesSetting, { value: { connections }, version, by });
    await ctx.tx(async (tx) => {
      await endPause(tx, connection.source);
      if (before && isOtherAccount(connection, before)) await wantAllAnew(tx, connection.source);
      await enqueue(tx, followParcelsJob, {}, { key: followParcelsJob.name });
    });
    return { saved: true };
  });
}

type Filled = z.infer<typeof sourceForm>;

function lacking({ source, key, webhookSecret }: Filled, before: Connection | null): Record<string, string> {
  const { needs } = sources[source];
  const fields: Record<string, string> = {};
  if (key === '' && !before) fields.key = 'required';
  if (needs.webhookSecret && webhookSecret === '' && !before?.sealedSecret) fields.webhookSecret = 'required';
  return fields;
}

/** A key is not compared with the one before, which may no longer be readable: to register the same parcels with the same account again costs nothing. */
function isOtherAccount(connection: Connection, before: Connection): boolean {
  return connection.sealedKey !== before.sealedKey || connection.address !== before.address;
}

function connectionOf({ source, key, webhookSecret, address }: Filled, before: Connection | null, ctx: ShopContext, sealer: Sealer): Connection {
  const { needs } = sources[source];
  const secret = webhookSecret === '' ? (before?.sealedSecret ?? null) : sealer.seal(webhookSecret);
  return {
    source,
    ...keptKey(sealer, key, before),
    sealedSecret: needs.webhookSecret ? secret : null,
    address: needs.address && address !== '' ? address.replace(/\/+$/, '') : null,
    token: before?.token ?? newPushToken(ctx.shop.id),
    connectedAt: before?.connectedAt ?? ctx.clock.now().toISOString(),
  };
}

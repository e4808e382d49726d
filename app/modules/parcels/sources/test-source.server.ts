import { notFound } from '#app/kernel/errors.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { followParcelsJob } from './jobs.ts';
import type { SourceKey } from './source.ts';
import { SourceFailure, type FailureKind } from './source-failure.ts';
import { accessOf, connectionTo, sourcesSetting } from './source-setting.ts';
import { endPause, noteAnswer, noteFailure } from './source-states.server.ts';
import { sources } from './sources.server.ts';

export type SourceTest = { works: true } | { works: false; kind: FailureKind; words: string };

/** Asks the source whether the stored key works, now, and remembers what it says. */
export async function testSource(ctx: ShopContext, sealer: Sealer, source: SourceKey): Promise<SourceTest> {
  const { value } = await ctx.tx((tx) => readSetting(tx, sourcesSetting));
  const connection = connectionTo(value.connections, source);
  if (!connection) throw notFound('source');
  try {
    await sources[source].test(accessOf(connection, sealer));
    await ctx.tx(async (tx) => {
      await endPause(tx, source);
      await noteAnswer(tx, source, ctx.clock.now());
      await enqueue(tx, followParcelsJob, {}, { key: followParcelsJob.name });
    });
    return { works: true };
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    await ctx.tx((tx) => noteFailure(tx, source, error, ctx.clock.now()));
    return { works: false, kind: error.kind, words: error.message };
  }
}

import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { pushAddress } from '#app/platform/webhooks/push-token.ts';
import { sourceKeys, type Source, type SourceKey } from './source.ts';
import { connectionTo, sourcesSetting } from './source-setting.ts';
import { readSourceStates, type SourceState } from './source-states.server.ts';
import { sources } from './sources.server.ts';

/** What is followed at a source, by how it stands. */
export interface FollowingCounts {
  wanted: number;
  following: number;
  refused: number;
  /** The newest refusals in the source's own words. */
  refusals: { number: string; words: string }[];
}

/** A connected source and how it stands; no secret is in it. */
export interface SourceHealth {
  source: SourceKey;
  name: string;
  keyEnd: string;
  hasWebhookSecret: boolean;
  /** Where a self-hosted source answers; null for the provider's own. */
  address: string | null;
  connectedAt: string;
  /** What the merchant enters at the source as its webhook. */
  pushAddress: string;
  state: SourceState | null;
  counts: FollowingCounts;
}

/** A source as the settings page shows it. */
export interface SourceView {
  source: SourceKey;
  name: string;
  needs: Source['needs'];
  connected: SourceHealth | null;
}

/** How every connected source stands: what it refused, how much it follows, until when it is left alone. */
export async function sourceHealth(tx: ShopTx, appUrl: string): Promise<SourceHealth[]> {
  const { value } = await readSetting(tx, sourcesSetting);
  const states = await readSourceStates(tx);
  const counts = await tx.$queryRaw<{ source: string; state: string; parcels: number }[]>(sql`select source, state, count(*)::int as parcels from followings group by 1, 2`);
  const refusals = await tx.$queryRaw<{ source: string; number: string; refusal: string }[]>(
    sql`select source, number, refusal from followings where state = 'refused' and refusal is not null order by registered_at desc nulls last limit 20`,
  );
  return sourceKeys.flatMap((source) => {
    const connection = connectionTo(value.connections, source);
    if (!connection) return [];
    const count = (state: string) => counts.find((row) => row.source === source && row.state === state)?.parcels ?? 0;
    return [
      {
        source,
        name: sources[source].name,
        keyEnd: connection.keyEnd,
        hasWebhookSecret: connection.sealedSecret !== null,
        address: connection.address,
        connectedAt: connection.connectedAt,
        pushAddress: pushAddress(appUrl, `tracking/${source}`, connection.token),
        state: states.get(source) ?? null,
        counts: {
          wanted: count('wanted'),
          following: count('following'),
          refused: count('refused'),
          refusals: refusals.filter((row) => row.source === source).map(({ number, refusal }) => ({ number, words: refusal })),
        },
      },
    ];
  });
}

/** Every source that can be connected, with those that are. */
export async function sourceViews(tx: ShopTx, appUrl: string): Promise<SourceView[]> {
  const connected = await sourceHealth(tx, appUrl);
  return sourceKeys.map((source) => ({ source, name: sources[source].name, needs: sources[source].needs, connected: connected.find((one) => one.source === source) ?? null }));
}

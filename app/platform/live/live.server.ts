import { EventEmitter, on } from 'node:events';
import pg from 'pg';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';

/** What changed, for open screens: they read again, the notice itself carries no data. */
export interface LiveNotice {
  shopId: number;
  /** `orders`, `import`, ... */
  topic: string;
  id?: string;
}

/** Carries notices from any process's transaction to every web process's open streams. */
export interface Live {
  /** Notices of one shop until the signal aborts. Where something may have been told since the reader last read, a notice `missed` comes first; and one comes where something may have been told while the connection was lost. */
  notices(shopId: number, signal: AbortSignal, since?: Date): AsyncIterable<LiveNotice>;
  close(): Promise<void>;
}

const channel = 'aftercare_live';

/** Tells open screens of this shop that a topic changed, once the transaction commits. */
export async function announce(tx: ShopTx, topic: string, id?: string): Promise<void> {
  await tx.$queryRaw`select pg_notify(${channel}, json_build_object('shopId', app.shop_id(), 'topic', ${topic}::text, 'id', ${id ?? null}::text)::text)::text`;
}

/** Listens on a connection of its own and comes back by itself when it is lost. */
export function openLive(options: { url: string; log: Logger }): Live {
  const hub = new EventEmitter().setMaxListeners(0);
  /** When each shop was last told of, in ms; what only says who looks at what is not counted. */
  const lastTold = new Map<number, number>();
  let hearsSince = Infinity;
  let heardBefore = false;
  let closed = false;
  let client: pg.Client | null = null;

  const connect = async (delay: number): Promise<void> => {
    if (closed) return;
    const next = new pg.Client({ connectionString: options.url, application_name: 'aftercare-live' });
    // A dying connection may complain more than once; each complaint must be heard, the first one counts.
    let lost = false;
    const again = () => {
      if (lost) return;
      lost = true;
      if (client === next) client = null;
      hearsSince = Infinity;
      if (!closed) setTimeout(() => void connect(Math.min(delay * 2, 10_000)), delay).unref();
    };
    next.on('error', again);
    next.on('notification', (message) => {
      const notice = JSON.parse(message.payload ?? '{}') as LiveNotice;
      if (notice.topic !== 'presence') lastTold.set(notice.shopId, Date.now());
      hub.emit(String(notice.shopId), notice);
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      client = next;
      hearsSince = Date.now();
      // What was told while nobody listened reached no stream that stayed open.
      if (heardBefore) for (const shopId of hub.eventNames().map(Number).filter(Number.isInteger)) hub.emit(String(shopId), { shopId, topic: 'missed' } satisfies LiveNotice);
      heardBefore = true;
    } catch (error) {
      options.log.warn({ error }, 'live notices are not connected');
      again();
    }
  };
  void connect(250);

  return {
    async *notices(shopId, signal, since) {
      try {
        // Heard from here on; what was told before is asked for afterwards, so that nothing falls between.
        const heard = on(hub, String(shopId), { signal });
        if (since && (hearsSince > since.getTime() || (lastTold.get(shopId) ?? 0) >= since.getTime())) yield { shopId, topic: 'missed' };
        for await (const [notice] of heard) yield notice as LiveNotice;
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
    async close() {
      closed = true;
      await client?.end().catch(() => undefined);
    },
  };
}

import pg from 'pg';
import type { DemoSession } from './demo-session.ts';

/** One transaction in the app's database, as its tenant role and for the demo's shop. */
export async function inShop<Result>({ contract }: DemoSession, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: contract.databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.shop_id', id::text, true) from platform.shops where domain = $1", [contract.shop]);
    await client.query('set local role aftercare_app');
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

/** Names of the orders the app holds of the demo shop. */
export function ordersInApp(demo: DemoSession): Promise<string[]> {
  return inShop(demo, async (client) => (await client.query<{ name: string }>('select name from orders')).rows.map(({ name }) => name));
}

import pg from 'pg';
import type { DemoSession } from './demo-session.ts';

/** Names of the orders the app holds of the demo shop, read from its database as the app's tenant role. */
export async function ordersInApp({ contract }: DemoSession): Promise<string[]> {
  const client = new pg.Client({ connectionString: contract.databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.shop_id', id::text, true) from platform.shops where domain = $1", [contract.shop]);
    await client.query('set local role aftercare_app');
    const { rows } = await client.query<{ name: string }>('select name from orders');
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

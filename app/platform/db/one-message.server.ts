import pg from 'pg';

/** A statement that is planned once a connection, and its values. */
export interface Statement {
  name: string;
  text: string;
  values: readonly (string | readonly string[])[];
}

interface Message {
  shopId: number;
  /** Asked before the tenant role is taken. */
  first?: Statement;
  statement: Statement;
  waitsForDisk?: boolean;
}

/** What each connection has planned. */
const planned = new WeakMap<pg.PoolClient, Set<string>>();

/**
 * Sends one message and reads one back: each is a write and a wake-up on both sides, which cost more than what a small statement does.
 * Postgres takes what stands in one message as one transaction, so there is nothing to begin and to commit.
 */
export async function askInOneMessage<First extends pg.QueryResultRow, Row extends pg.QueryResultRow>(pool: pg.Pool, { shopId, first, statement, waitsForDisk = true }: Message): Promise<[First[], Row[]]> {
  if (!Number.isSafeInteger(shopId)) throw new Error('This is no shop.');
  const wishes = {
    'app.shop_id': String(shopId),
    role: 'aftercare_app',
    // Left to itself Postgres plans for these very values each time, which takes five times as long as the answer.
    plan_cache_mode: 'force_generic_plan',
    ...(waitsForDisk ? {} : { synchronous_commit: 'off' }),
  };
  const asShop = `select ${Object.entries(wishes).map(([wish, value]) => `set_config('${wish}', '${value}', true)`).join()}`;
  const client = await pool.connect();
  try {
    const known = planned.get(client) ?? new Set();
    planned.set(client, known);
    const asked = first ? executing(first, known) : [];
    const message = [...asked, asShop, ...executing(statement, known)].join(';');
    // The driver's types know the answer to one statement only.
    const answers = (await client.query(message)) as unknown as pg.QueryResult[];
    for (const { name } of [...(first ? [first] : []), statement]) known.add(name);
    client.release();
    return [(first ? (answers[asked.length - 1]?.rows ?? []) : []) as First[], (answers.at(-1)?.rows ?? []) as Row[]];
  } catch (error) {
    // What it has planned by now nobody knows.
    client.release(true);
    throw error;
  }
}

function executing({ name, text, values }: Statement, known: ReadonlySet<string>): string[] {
  // A name of its own: the driver prepares the same statements under their plain names where they are asked by themselves.
  const plan = pg.escapeIdentifier(`as-shop ${name}`);
  const written = values.map((value) => (typeof value === 'string' ? pg.escapeLiteral(value) : `array[${value.map((each) => pg.escapeLiteral(each)).join()}]::text[]`));
  const execute = `execute ${plan}${written.length > 0 ? `(${written.join()})` : ''}`;
  return known.has(name) ? [execute] : [`prepare ${plan} as ${text}`, execute];
}

import pg from 'pg';
import { PrismaPg } from '@prisma/adapter-pg';
import { defineConfig } from 'prisma/config';

// No engine binary is used, so none may be fetched: these names only stop the CLI from looking for a download.
process.env.PRISMA_QUERY_ENGINE_LIBRARY ??= 'unused';
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= 'unused';
process.env.DATABASE_URL ??= 'postgresql://unset';

/** "char" and name: the catalogue's own string types, which the adapter cannot read. */
const catalogTextTypes = new Set([18, 19]);

function retype(result: pg.QueryResult): pg.QueryResult {
  for (const field of result.fields ?? []) if (catalogTextTypes.has(field.dataTypeID)) field.dataTypeID = 25;
  return result;
}

type Query = (...args: unknown[]) => unknown;
type Callback = (error: Error | null, result: pg.QueryResult) => void;

/** A client that shows the catalogue's string types as text; pools ask with a callback, transactions with a promise. */
class CatalogClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as Query;
    const retyping: Query = (...args) => {
      const last = args.at(-1);
      if (typeof last === 'function') {
        const callback = last as Callback;
        return ask(...args.slice(0, -1), ((error, result) => callback(error, result && retype(result))) satisfies Callback);
      }
      const answer = ask(...args);
      return answer instanceof Promise ? answer.then(retype) : answer;
    };
    Object.assign(this, { query: retyping });
  }
}

/** The adapter cuts a script at every semicolon, also inside a function's body; Postgres runs it whole. */
async function migrationAdapter() {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, Client: CatalogClient, max: 2, idleTimeoutMillis: 50 });
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  const wholeScripts = async () =>
    Object.assign(await connect(), {
      executeScript: async (script: string) => {
        await pool.query(script);
      },
    });
  return Object.assign(factory, { connect: wholeScripts });
}

export default defineConfig({
  schema: './schema.prisma',
  migrations: { path: './migrations' },
  engine: 'js',
  experimental: { adapter: true },
  adapter: migrationAdapter,
});

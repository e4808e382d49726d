import type { Database } from './database.server.ts';

/** Refuses to start on a database whose roles could read across shops, or with a tenant table left unprotected. */
export async function refuseWideRole(database: Database): Promise<void> {
  const roles = await database.pool.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname in (current_user, 'aftercare_app') and (rolsuper or rolbypassrls)`,
  );
  if (roles.rows.length > 0) {
    const names = roles.rows.map((row) => row.rolname).join(', ');
    throw new Error(`The database role ${names} may read across shops (superuser or bypassrls). Connect as a plain role; see docs/deploy.md.`);
  }
  const open = await database.pool.query<{ relname: string }>(
    `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'shop_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
  );
  if (open.rows.length > 0) {
    throw new Error(`Row-level security is not forced on: ${open.rows.map((row) => row.relname).join(', ')}.`);
  }
}

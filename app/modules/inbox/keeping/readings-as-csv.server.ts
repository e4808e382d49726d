import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { csvLine } from '#app/ui/csv.ts';

const atOnce = 5_000;

interface Row {
  ticket_id: number;
  staff_id: string;
  name: string | null;
  day: Date;
  first_at: Date;
  last_at: Date;
}

/** Who of the staff read which conversation on which day, the latest day first, as lines of CSV. */
export async function* readingsAsCsv(ctx: ShopContext): AsyncGenerator<string> {
  yield csvLine(['day', 'conversation', 'staff_id', 'name', 'first_at', 'last_at']);
  let after: Row | undefined;
  do {
    const before = after;
    const rows = await ctx.tx((tx) => tx.$queryRaw<Row[]>`
      select r.ticket_id, r.staff_id, s.name, r.day, r.first_at, r.last_at from ticket_readings r left join staff_members s on s.id = r.staff_id
       where ${before === undefined} or (r.day, r.ticket_id, r.staff_id) < (${before?.day ?? null}::date, ${before?.ticket_id ?? null}::int, ${before?.staff_id ?? null}::text)
       order by r.day desc, r.ticket_id desc, r.staff_id desc limit ${atOnce}`);
    yield* rows.map((row) => csvLine([row.day.toISOString().slice(0, 10), row.ticket_id, row.staff_id, row.name, row.first_at, row.last_at]));
    after = rows.length === atOnce ? rows.at(-1) : undefined;
  } while (after);
}

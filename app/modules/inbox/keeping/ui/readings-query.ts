/** Of what the log of who read what is shown, exactly as the address says it. */
export interface ReadingsQuery {
  ticket: number | null;
  /** Shopify's number of the staff member. */
  staff: string | null;
  /** Calendar days of the shop, both included. */
  from: string | null;
  until: string | null;
  /** The page begins after this place. */
  after: string | null;
}

export const wholeLog: ReadingsQuery = { ticket: null, staff: null, from: null, until: null, after: null };
export const readingsAddress = '/app/settings/keeping/readings';
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address of the log; what it does not know is left out. */
export function readReadingsQuery(params: URLSearchParams): ReadingsQuery {
  const matching = (name: string, form: RegExp) => form.exec(params.get(name)?.trim() ?? '')?.[0] ?? null;
  const ticket = matching('ticket', /^#?[1-9]\d{0,8}$/);
  return {
    ticket: ticket === null ? null : Number(ticket.replace('#', '')),
    staff: matching('staff', /^\d{1,20}$/),
    from: matching('from', day),
    until: matching('until', day),
    after: matching('after', /^\d{4}-\d{2}-\d{2}\.\d{1,15}\.\d{1,9}\.\d{1,20}$/),
  };
}

/** The address of the log under this query. */
export function readingsPath(query: ReadingsQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null) params.set(name, String(value));
  return params.size === 0 ? readingsAddress : `${readingsAddress}?${params}`;
}

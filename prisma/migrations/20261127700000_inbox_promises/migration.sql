-- What a ticket's customer was promised, once for each time they began to wait, and what came of it.
CREATE TABLE ticket_promises (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  ticket_id INTEGER NOT NULL,
  -- first_reply | next_reply | resolution
  promise TEXT NOT NULL,
  -- When the customer began to wait.
  started_at TIMESTAMPTZ(3) NOT NULL,
  -- What was promised then: a later setting does not move it.
  minutes INTEGER NOT NULL,
  -- open: while somebody is there | always
  counts TEXT NOT NULL,
  -- From when the minutes count: when the customer began to wait, or when the ticket became more urgent.
  counted_from TIMESTAMPTZ(3) NOT NULL,
  priority TEXT NOT NULL,
  -- Null: its clock is stopped, or the shop never opens.
  due_at TIMESTAMPTZ(3),
  -- Null: still owed.
  ended_at TIMESTAMPTZ(3),
  -- running | kept | broken | dropped: broken from the moment it is late, dropped where nothing was owed any more.
  result TEXT NOT NULL,
  -- How long it took, in the minutes that counted.
  took_minutes INTEGER,
  -- Who kept or broke it: who answered, or whose ticket it was.
  staff_id TEXT,
  warned_at TIMESTAMPTZ(3),
  CONSTRAINT ticket_promises_pkey PRIMARY KEY (shop_id, ticket_id, promise, started_at),
  CONSTRAINT ticket_promises_of_ticket_fkey FOREIGN KEY (shop_id, ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE
);
CREATE INDEX ticket_promises_days ON ticket_promises (shop_id, ended_at);
CREATE INDEX ticket_promises_due ON ticket_promises (shop_id, due_at) WHERE ended_at IS NULL;
SELECT app.protect('ticket_promises');

-- The clocks a shop lives by, for whoever reckons inside its transaction.
CREATE FUNCTION app.shop_timezone() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT iana_timezone FROM platform.shops WHERE id = app.shop_id()
$$;
REVOKE ALL ON FUNCTION app.shop_timezone() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.shop_timezone() TO aftercare_app;

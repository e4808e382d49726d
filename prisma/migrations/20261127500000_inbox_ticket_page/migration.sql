-- Who of the staff was shown which conversation, by days; and who is looking at which one now.

CREATE TABLE ticket_readings (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  ticket_id INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  -- In UTC.
  day DATE NOT NULL,
  first_at TIMESTAMPTZ(3) NOT NULL,
  last_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT ticket_readings_pkey PRIMARY KEY (shop_id, ticket_id, staff_id, day),
  CONSTRAINT ticket_readings_of_ticket_fkey FOREIGN KEY (shop_id, ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE
);
CREATE INDEX ticket_readings_days ON ticket_readings (shop_id, day);
SELECT app.protect('ticket_readings');

-- Told by each open window every few seconds; what was not told for a while is over.
CREATE TABLE ticket_presence (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  ticket_id INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  -- look | type
  doing TEXT NOT NULL,
  seen_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT ticket_presence_pkey PRIMARY KEY (shop_id, ticket_id, staff_id),
  CONSTRAINT ticket_presence_of_ticket_fkey FOREIGN KEY (shop_id, ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE
);
SELECT app.protect('ticket_presence');

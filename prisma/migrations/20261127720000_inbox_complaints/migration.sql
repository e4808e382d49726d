-- A ticket that is a complaint: what of, by when the customer is called back, and what came of it.
CREATE TABLE complaints (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  ticket_id INTEGER NOT NULL,
  -- recorded | verified | resolved | called_back
  state TEXT NOT NULL,
  -- What the customer complains of, as staff wrote it.
  what TEXT NOT NULL,
  recorded_at TIMESTAMPTZ(3) NOT NULL,
  recorded_by TEXT,
  -- When the customer was promised to hear from the shop.
  promised_at TIMESTAMPTZ(3) NOT NULL,
  verified_at TIMESTAMPTZ(3),
  verified_by TEXT,
  -- yes | partly | no
  justified TEXT,
  -- product | packing | carrier | delay | service | website | description | other
  cause TEXT,
  resolved_at TIMESTAMPTZ(3),
  resolved_by TEXT,
  -- What was done about it.
  resolution TEXT NOT NULL DEFAULT '',
  called_back_at TIMESTAMPTZ(3),
  called_back_by TEXT,
  CONSTRAINT complaints_pkey PRIMARY KEY (shop_id, ticket_id),
  CONSTRAINT complaints_of_ticket_fkey FOREIGN KEY (shop_id, ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE
);
CREATE INDEX complaints_promised ON complaints (shop_id, promised_at) WHERE called_back_at IS NULL;
CREATE INDEX complaints_days ON complaints (shop_id, recorded_at);
SELECT app.protect('complaints');

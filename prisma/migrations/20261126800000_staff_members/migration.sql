-- Who of the shop was seen in the app, and what Shopify told of them.
CREATE TABLE staff_members (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id TEXT NOT NULL,
  name TEXT,
  account_owner BOOLEAN NOT NULL DEFAULT false,
  told_at TIMESTAMPTZ(3),
  first_seen_at TIMESTAMPTZ(3) NOT NULL,
  last_seen_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT staff_members_pkey PRIMARY KEY (shop_id, id)
);
SELECT app.protect('staff_members');

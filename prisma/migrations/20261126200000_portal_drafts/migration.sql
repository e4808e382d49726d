-- What customers have chosen in the returns portal and not confirmed yet.
CREATE TABLE return_drafts (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  -- Also the key under which it is confirmed, once.
  id UUID NOT NULL,
  order_id TEXT NOT NULL,
  state JSONB NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  -- What it became.
  request_id UUID,
  updated_at TIMESTAMPTZ(3) NOT NULL,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT return_drafts_pkey PRIMARY KEY (shop_id, id)
);
CREATE UNIQUE INDEX return_drafts_one_open ON return_drafts (order_id, shop_id) WHERE request_id IS NULL;
CREATE INDEX return_drafts_over ON return_drafts (shop_id, expires_at);
ALTER TABLE return_drafts ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;
SELECT app.protect('return_drafts');

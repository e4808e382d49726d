-- What people of the shop do to a return from our pages: written before Shopify is asked, settled with what came of it.
CREATE TABLE return_acts (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  return_id TEXT NOT NULL,
  act TEXT NOT NULL,
  done_by TEXT,
  state TEXT NOT NULL DEFAULT 'intended',
  refusal TEXT,
  begun_at TIMESTAMPTZ(3) NOT NULL,
  settled_at TIMESTAMPTZ(3),
  CONSTRAINT return_acts_pkey PRIMARY KEY (shop_id, id),
  CONSTRAINT return_acts_state CHECK (state IN ('intended', 'done', 'refused', 'unclear', 'failed'))
);
CREATE INDEX return_acts_of_return ON return_acts (return_id, shop_id);
ALTER TABLE return_acts ADD FOREIGN KEY (shop_id, return_id) REFERENCES returns ON DELETE CASCADE;
SELECT app.protect('return_acts');

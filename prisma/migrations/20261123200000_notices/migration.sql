-- What a customer is to be told of an order: one row a fact, however often it was seen.
CREATE TABLE notices (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id BIGSERIAL NOT NULL,
  order_id TEXT NOT NULL,
  shipment_id BIGINT,
  kind TEXT NOT NULL,
  fact TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'planned',
  held_for TEXT,
  message_id BIGINT,
  happened_at TIMESTAMPTZ(3) NOT NULL,
  due_at TIMESTAMPTZ(3) NOT NULL,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  settled_at TIMESTAMPTZ(3),
  CONSTRAINT notices_pkey PRIMARY KEY (shop_id, id)
);
CREATE UNIQUE INDEX notices_one_a_fact ON notices (shop_id, fact);
CREATE INDEX notices_of_order ON notices (order_id, shop_id);
CREATE INDEX notices_settled ON notices (shop_id, settled_at, kind) WHERE settled_at IS NOT NULL;
ALTER TABLE notices ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;
SELECT app.protect('notices');
GRANT USAGE ON SEQUENCE notices_id_seq TO aftercare_app;

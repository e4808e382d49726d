-- Where a customer wants an order sent instead, until Shopify knows it.
CREATE TABLE wished_addresses (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  order_id TEXT NOT NULL,
  address JSONB NOT NULL,
  wished_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT wished_addresses_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX wished_addresses_of_order ON wished_addresses (shop_id, order_id);
SELECT app.protect('wished_addresses');

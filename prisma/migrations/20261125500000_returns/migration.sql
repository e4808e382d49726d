-- The mirror of Shopify's returns. What hangs on one is written whole with each reading.
CREATE TABLE returns (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  name TEXT NOT NULL,
  status TEXT NOT NULL,
  next_step TEXT NOT NULL,
  waits_since TIMESTAMPTZ(3) NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  request_approved_at TIMESTAMPTZ(3),
  closed_at TIMESTAMPTZ(3),
  decline_reason TEXT,
  decline_note TEXT,
  total_quantity INTEGER NOT NULL,
  shipping_fee BIGINT NOT NULL DEFAULT 0,
  shipping_fee_presentment BIGINT NOT NULL DEFAULT 0,
  refund_ids TEXT[] NOT NULL DEFAULT '{}',
  imported BOOLEAN NOT NULL DEFAULT false,
  order_updated_at TIMESTAMPTZ(3) NOT NULL,
  read_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT returns_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX returns_of_order ON returns (order_id, shop_id);
CREATE INDEX returns_newest ON returns (shop_id, created_at DESC, id);
CREATE INDEX returns_waiting ON returns (shop_id, next_step, created_at DESC, id);
ALTER TABLE returns ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;
SELECT app.protect('returns');

CREATE TABLE return_lines (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id TEXT NOT NULL,
  return_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  order_line_id TEXT,
  fulfillment_line_id TEXT,
  quantity INTEGER NOT NULL,
  processed INTEGER NOT NULL,
  refundable INTEGER NOT NULL,
  refunded INTEGER NOT NULL,
  reason TEXT,
  reason_name TEXT,
  reason_note TEXT,
  customer_note TEXT,
  fee_percentage DOUBLE PRECISION,
  fee BIGINT NOT NULL DEFAULT 0,
  fee_presentment BIGINT NOT NULL DEFAULT 0,
  value BIGINT NOT NULL DEFAULT 0,
  value_presentment BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT return_lines_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX return_lines_of_return ON return_lines (return_id, shop_id);
CREATE INDEX return_lines_of_line ON return_lines (order_line_id, shop_id);
ALTER TABLE return_lines ADD FOREIGN KEY (shop_id, return_id) REFERENCES returns ON DELETE CASCADE;
SELECT app.protect('return_lines');

CREATE TABLE return_exchange_lines (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id TEXT NOT NULL,
  return_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  product_id TEXT,
  variant_id TEXT,
  title TEXT,
  variant_title TEXT,
  sku TEXT,
  quantity INTEGER NOT NULL,
  processed INTEGER NOT NULL,
  CONSTRAINT return_exchange_lines_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX return_exchange_lines_of_return ON return_exchange_lines (return_id, shop_id);
ALTER TABLE return_exchange_lines ADD FOREIGN KEY (shop_id, return_id) REFERENCES returns ON DELETE CASCADE;
SELECT app.protect('return_exchange_lines');

CREATE TABLE reverse_fulfillment_orders (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id TEXT NOT NULL,
  return_id TEXT NOT NULL,
  status TEXT NOT NULL,
  CONSTRAINT reverse_fulfillment_orders_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX reverse_fulfillment_orders_of_return ON reverse_fulfillment_orders (return_id, shop_id);
ALTER TABLE reverse_fulfillment_orders ADD FOREIGN KEY (shop_id, return_id) REFERENCES returns ON DELETE CASCADE;
SELECT app.protect('reverse_fulfillment_orders');

CREATE TABLE reverse_fulfillment_lines (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id TEXT NOT NULL,
  return_id TEXT NOT NULL,
  reverse_fulfillment_order_id TEXT NOT NULL,
  order_line_id TEXT,
  quantity INTEGER NOT NULL,
  CONSTRAINT reverse_fulfillment_lines_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX reverse_fulfillment_lines_of_return ON reverse_fulfillment_lines (return_id, shop_id);
ALTER TABLE reverse_fulfillment_lines ADD FOREIGN KEY (shop_id, return_id) REFERENCES returns ON DELETE CASCADE;
SELECT app.protect('reverse_fulfillment_lines');

CREATE TABLE dispositions (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id TEXT NOT NULL,
  return_id TEXT NOT NULL,
  reverse_fulfillment_line_id TEXT NOT NULL,
  type TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  location_name TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT dispositions_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX dispositions_of_return ON dispositions (return_id, shop_id);
ALTER TABLE dispositions ADD FOREIGN KEY (shop_id, return_id) REFERENCES returns ON DELETE CASCADE;
SELECT app.protect('dispositions');

CREATE TABLE reverse_deliveries (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id TEXT NOT NULL,
  return_id TEXT NOT NULL,
  reverse_fulfillment_order_id TEXT NOT NULL,
  carrier TEXT,
  number TEXT,
  url TEXT,
  label_url TEXT,
  label_made_at TIMESTAMPTZ(3),
  CONSTRAINT reverse_deliveries_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX reverse_deliveries_of_return ON reverse_deliveries (return_id, shop_id);
ALTER TABLE reverse_deliveries ADD FOREIGN KEY (shop_id, return_id) REFERENCES returns ON DELETE CASCADE;
SELECT app.protect('reverse_deliveries');

-- When the returns of an order were last read, and since when they are to be read again. An order may be named here before it is known.
CREATE TABLE return_readings (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  order_id TEXT NOT NULL,
  wanted_at TIMESTAMPTZ(3),
  read_at TIMESTAMPTZ(3),
  order_updated_at TIMESTAMPTZ(3),
  CONSTRAINT return_readings_pkey PRIMARY KEY (shop_id, order_id)
);
CREATE INDEX return_readings_wanted ON return_readings (shop_id, wanted_at) WHERE wanted_at IS NOT NULL;
SELECT app.protect('return_readings');

CREATE INDEX orders_with_returns ON orders (shop_id, processed_at) WHERE return_status <> 'no_return';

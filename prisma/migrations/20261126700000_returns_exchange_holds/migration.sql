-- Units of stock that are set aside for what customers exchange. Each row is one move at Shopify, written down before it is asked for.

CREATE TABLE exchange_holds (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  -- Also the key of the move, and the name under which it stands in the shop's own history of its stock.
  id UUID NOT NULL,
  release_key UUID NOT NULL,
  wish TEXT NOT NULL,
  order_id TEXT NOT NULL,
  return_id TEXT,
  variant_id TEXT NOT NULL,
  inventory_item_id TEXT NOT NULL,
  location_id TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  -- What was for sale there when it was asked for: with any other number nothing is moved.
  seen INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'asking' CHECK (state IN ('asking', 'held', 'refused', 'releasing', 'released')),
  until TIMESTAMPTZ(3) NOT NULL,
  asked_at TIMESTAMPTZ(3) NOT NULL,
  settled_at TIMESTAMPTZ(3),
  CONSTRAINT exchange_holds_pkey PRIMARY KEY (shop_id, id)
);
CREATE UNIQUE INDEX exchange_holds_once ON exchange_holds (shop_id, wish, variant_id) WHERE state IN ('asking', 'held', 'releasing');
CREATE INDEX exchange_holds_of_order ON exchange_holds (order_id, shop_id);
CREATE INDEX exchange_holds_of_return ON exchange_holds (return_id, shop_id);
CREATE INDEX exchange_holds_open ON exchange_holds (shop_id, until) WHERE state IN ('asking', 'held', 'releasing');
SELECT app.protect('exchange_holds');

-- Customers who signed in with their customer account: whom Shopify said they are, and the tokens by which it still knows them, sealed.
CREATE TABLE customer_sessions (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  sealed_tokens TEXT NOT NULL,
  access_ends_at TIMESTAMPTZ(3) NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  ends_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT customer_sessions_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX customer_sessions_of_customer ON customer_sessions (customer_id, shop_id);
CREATE INDEX customer_sessions_by_end ON customer_sessions (ends_at, shop_id);

SELECT app.protect('customer_sessions');

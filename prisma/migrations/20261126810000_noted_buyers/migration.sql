-- Buyers whom the merchant wants to be reminded of when they send something back, and why.
CREATE TABLE noted_buyers (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  customer_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  noted_by TEXT,
  noted_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT noted_buyers_pkey PRIMARY KEY (shop_id, customer_id)
);
SELECT app.protect('noted_buyers');

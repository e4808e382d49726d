-- What Shopify knows of an order that waits on purpose: held back or meant for a later day, and since when its goods are to be sent.
ALTER TABLE orders ADD COLUMN waiting TEXT, ADD COLUMN ready_at TIMESTAMPTZ(3);

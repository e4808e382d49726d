-- When the person of an order was taken out of it: what is told of it afterwards is kept without them.
ALTER TABLE orders ADD COLUMN redacted_at TIMESTAMPTZ(3);

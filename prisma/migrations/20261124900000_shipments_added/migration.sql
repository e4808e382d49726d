-- When a number came to a fulfillment that was there already; null where it was there from its beginning, or before this was noted.
ALTER TABLE shipments ADD COLUMN added_at TIMESTAMPTZ(3);

-- An import reads the orders first, then the scans of their parcels: Shopify's bulk queries cannot bring both in one.
ALTER TABLE imports ADD COLUMN part TEXT NOT NULL DEFAULT 'orders';

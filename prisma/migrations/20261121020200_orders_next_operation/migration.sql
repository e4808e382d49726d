-- The scans are gathered by Shopify while we read the orders.
ALTER TABLE imports ADD COLUMN next_operation TEXT;

-- How goods reach the customer, as Shopify's fulfillment orders tell it; null where it was not told.
ALTER TABLE fulfillments ADD COLUMN method TEXT;

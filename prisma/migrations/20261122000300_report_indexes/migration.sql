-- What the carrier and lane report is read by: parcels that arrived in a period, dates that came due in it, parcels that did not arrive.
CREATE INDEX parcels_delivered ON parcels (shop_id, delivered_at) WHERE delivered_at IS NOT NULL;
CREATE INDEX parcels_promised ON parcels (shop_id, first_promised_to) WHERE first_promised_to IS NOT NULL;
CREATE INDEX parcels_undelivered ON parcels (shop_id, shipment_id) WHERE delivered_at IS NULL;

-- What the admin's lists of parcels and troubles are read by: newest first, those under way and those that came late on their own.
CREATE INDEX parcels_under_way ON parcels (shop_id, shipped_at DESC, shipment_id DESC) WHERE settled_at IS NULL;
CREATE INDEX parcels_late ON parcels (shop_id, shipped_at DESC, shipment_id DESC) WHERE missed_to IS NOT NULL AND delivered_at IS NOT NULL;
CREATE INDEX troubles_newest ON troubles (shop_id, opened_at DESC, id DESC);

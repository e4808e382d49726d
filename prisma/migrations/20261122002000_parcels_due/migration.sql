-- Parcels are watched in pages; many fall due at one moment (midnight), so the place in a page needs the parcel too.
DROP INDEX parcels_due;
CREATE INDEX parcels_due ON parcels (shop_id, next_check_at, shipment_id) WHERE next_check_at IS NOT NULL;

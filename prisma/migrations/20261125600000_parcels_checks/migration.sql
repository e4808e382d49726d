-- When time alone may change something about a parcel, in a narrow table of its own: a round of looking writes a new date for every parcel it
-- looked at, and in `parcels` each of those would be a new copy of a wide row and of its place in ten indexes.
CREATE TABLE parcel_checks (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  shipment_id BIGINT NOT NULL,
  next_check_at TIMESTAMPTZ(3),
  CONSTRAINT parcel_checks_pkey PRIMARY KEY (shop_id, shipment_id)
);

-- The rows of all shops move, which only the owner of an unforced table may see; then the wall stands around both.
ALTER TABLE parcels NO FORCE ROW LEVEL SECURITY;
INSERT INTO parcel_checks (shop_id, shipment_id, next_check_at) SELECT shop_id, shipment_id, next_check_at FROM parcels;
ALTER TABLE parcels FORCE ROW LEVEL SECURITY;
SELECT app.protect('parcel_checks');
CREATE INDEX parcel_checks_due ON parcel_checks (shop_id, next_check_at) WHERE next_check_at IS NOT NULL;

ALTER TABLE parcels DROP COLUMN next_check_at;

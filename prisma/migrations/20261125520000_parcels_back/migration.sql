-- Parcels that customers send back: followed like others, and never the subject of what customers are told of parcels to them.
CREATE TABLE parcels_back (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  number TEXT NOT NULL,
  company TEXT,
  url TEXT,
  carrier TEXT,
  status TEXT NOT NULL DEFAULT 'pre_shipment',
  status_since TIMESTAMPTZ(3),
  last_place TEXT,
  last_country TEXT,
  first_scan_at TIMESTAMPTZ(3),
  arrived_at TIMESTAMPTZ(3),
  known_at TIMESTAMPTZ(3) NOT NULL,
  settled_at TIMESTAMPTZ(3),
  CONSTRAINT parcels_back_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX parcels_back_number ON parcels_back (number, shop_id);
CREATE INDEX parcels_back_of_order ON parcels_back (order_id, shop_id);
ALTER TABLE parcels_back ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;
SELECT app.protect('parcels_back');

CREATE TABLE scans_back (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  parcel_id TEXT NOT NULL,
  id TEXT NOT NULL,
  source TEXT NOT NULL,
  status TEXT,
  cause TEXT,
  code TEXT,
  message TEXT,
  happened_at TIMESTAMPTZ(3) NOT NULL,
  utc_offset INTEGER,
  city TEXT,
  province TEXT,
  country TEXT,
  zip TEXT,
  CONSTRAINT scans_back_pkey PRIMARY KEY (shop_id, parcel_id, id)
);
ALTER TABLE scans_back ADD FOREIGN KEY (shop_id, parcel_id) REFERENCES parcels_back ON DELETE CASCADE;
SELECT app.protect('scans_back');

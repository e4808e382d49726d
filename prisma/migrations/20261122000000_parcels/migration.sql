-- Where parcels are, when they will come, what is wrong with them, and what customers say about it.

-- Orders whose mirror changed and whose parcels have not been looked at since.
CREATE TABLE changed_orders (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  order_id TEXT NOT NULL,
  changed_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT changed_orders_pkey PRIMARY KEY (shop_id, order_id)
);

CREATE TABLE parcels (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  shipment_id BIGINT NOT NULL,
  order_id TEXT NOT NULL,
  fulfillment_id TEXT NOT NULL,
  number TEXT NOT NULL DEFAULT '',
  method TEXT NOT NULL DEFAULT 'carrier',
  carrier TEXT,
  number_doubt TEXT,
  service TEXT,
  origin TEXT,
  destination TEXT,
  destination_province TEXT,
  status TEXT NOT NULL,
  cause TEXT,
  status_since TIMESTAMPTZ(3),
  attempts INTEGER NOT NULL DEFAULT 0,
  going_back BOOLEAN NOT NULL DEFAULT false,
  placed_at TIMESTAMPTZ(3) NOT NULL,
  shipped_at TIMESTAMPTZ(3) NOT NULL,
  first_scan_at TIMESTAMPTZ(3),
  last_scan_at TIMESTAMPTZ(3),
  last_place TEXT,
  last_country TEXT,
  delivered_at TIMESTAMPTZ(3),
  promised_from DATE,
  promised_to DATE,
  promise_source TEXT,
  promise_basis JSONB,
  first_promised_to DATE,
  missed_to DATE,
  slips INTEGER NOT NULL DEFAULT 0,
  imported BOOLEAN NOT NULL DEFAULT false,
  next_check_at TIMESTAMPTZ(3),
  settled_at TIMESTAMPTZ(3),
  computed_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT parcels_pkey PRIMARY KEY (shop_id, shipment_id)
);
CREATE INDEX parcels_of_order ON parcels (order_id, shop_id);
CREATE INDEX parcels_open ON parcels (shop_id, shipment_id) WHERE settled_at IS NULL;
CREATE INDEX parcels_due ON parcels (shop_id, next_check_at) WHERE next_check_at IS NOT NULL;
CREATE INDEX parcels_by_number ON parcels (number, shop_id) WHERE number <> '';
CREATE INDEX parcels_newest ON parcels (shop_id, shipped_at DESC, shipment_id DESC);

CREATE TABLE scans (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  shipment_id BIGINT NOT NULL,
  id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  source TEXT NOT NULL,
  status TEXT,
  cause TEXT,
  code TEXT,
  message TEXT,
  happened_at TIMESTAMPTZ(3) NOT NULL,
  utc_offset INTEGER,
  estimated_delivery_at TIMESTAMPTZ(3),
  city TEXT,
  province TEXT,
  country TEXT,
  zip TEXT,
  recorded_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT scans_pkey PRIMARY KEY (shop_id, shipment_id, id)
);
CREATE INDEX scans_of_order ON scans (order_id, shop_id);

CREATE TABLE followings (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  source TEXT NOT NULL,
  number TEXT NOT NULL,
  carrier TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'wanted',
  reference TEXT,
  registered_at TIMESTAMPTZ(3),
  next_poll_at TIMESTAMPTZ(3),
  last_news_at TIMESTAMPTZ(3),
  failures INTEGER NOT NULL DEFAULT 0,
  refusal TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT followings_pkey PRIMARY KEY (shop_id, source, number, carrier)
);
CREATE INDEX followings_due ON followings (shop_id, source, next_poll_at) WHERE state IN ('wanted', 'following');

CREATE TABLE troubles (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id BIGSERIAL NOT NULL,
  order_id TEXT NOT NULL,
  shipment_id BIGINT,
  kind TEXT NOT NULL,
  cause TEXT,
  carrier TEXT,
  origin TEXT,
  destination TEXT,
  hub TEXT,
  evidence JSONB NOT NULL,
  imported BOOLEAN NOT NULL DEFAULT false,
  opened_at TIMESTAMPTZ(3) NOT NULL,
  changed_at TIMESTAMPTZ(3) NOT NULL,
  closed_at TIMESTAMPTZ(3),
  outcome TEXT,
  mark TEXT,
  marked_by TEXT,
  marked_at TIMESTAMPTZ(3),
  mark_reason TEXT,
  CONSTRAINT troubles_pkey PRIMARY KEY (shop_id, id)
);
CREATE UNIQUE INDEX troubles_one_open ON troubles (shop_id, order_id, coalesce(shipment_id, 0), kind) WHERE closed_at IS NULL;
CREATE INDEX troubles_of_order ON troubles (order_id, shop_id);
CREATE INDEX troubles_of_shipment ON troubles (shipment_id, shop_id) WHERE shipment_id IS NOT NULL;
CREATE INDEX troubles_open ON troubles (shop_id, kind, opened_at DESC, id) WHERE closed_at IS NULL;

CREATE TABLE transits (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  shipment_id BIGINT NOT NULL,
  carrier TEXT NOT NULL,
  service TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT '',
  destination TEXT NOT NULL DEFAULT '',
  destination_province TEXT NOT NULL DEFAULT '',
  placed_at TIMESTAMPTZ(3) NOT NULL,
  shipped_at TIMESTAMPTZ(3) NOT NULL,
  first_scan_at TIMESTAMPTZ(3),
  delivered_at TIMESTAMPTZ(3) NOT NULL,
  first_promised_to DATE,
  silences REAL[] NOT NULL DEFAULT '{}',
  excepted BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT transits_pkey PRIMARY KEY (shop_id, shipment_id)
);
CREATE INDEX transits_newest ON transits (shop_id, delivered_at DESC);

CREATE TABLE lanes (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  measure TEXT NOT NULL,
  carrier TEXT NOT NULL DEFAULT '*',
  service TEXT NOT NULL DEFAULT '*',
  origin TEXT NOT NULL DEFAULT '*',
  destination TEXT NOT NULL DEFAULT '*',
  samples INTEGER NOT NULL,
  weight DOUBLE PRECISION NOT NULL,
  quantiles JSONB NOT NULL,
  learned_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT lanes_pkey PRIMARY KEY (shop_id, measure, carrier, service, origin, destination)
);

CREATE TABLE backtests (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id BIGSERIAL NOT NULL,
  ran_at TIMESTAMPTZ(3) NOT NULL,
  report JSONB NOT NULL,
  CONSTRAINT backtests_pkey PRIMARY KEY (shop_id, id)
);

CREATE TABLE problem_reports (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  shipment_id BIGINT,
  kind TEXT NOT NULL,
  lines JSONB NOT NULL DEFAULT '[]',
  words TEXT NOT NULL DEFAULT '',
  locale TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open',
  created_at TIMESTAMPTZ(3) NOT NULL,
  closed_at TIMESTAMPTZ(3),
  closed_by TEXT,
  CONSTRAINT problem_reports_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX problem_reports_of_order ON problem_reports (order_id, shop_id);
CREATE INDEX problem_reports_newest ON problem_reports (shop_id, created_at DESC);

CREATE TABLE problem_photos (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id TEXT NOT NULL,
  report_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT problem_photos_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX problem_photos_of_report ON problem_photos (report_id, shop_id);

-- Codes sent by mail to prove that an order is one's own; only their fingerprint is kept.
CREATE TABLE one_time_codes (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at TIMESTAMPTZ(3) NOT NULL,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  used_at TIMESTAMPTZ(3),
  CONSTRAINT one_time_codes_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX one_time_codes_of_order ON one_time_codes (order_id, shop_id);

ALTER TABLE parcels ADD FOREIGN KEY (shop_id, shipment_id) REFERENCES shipments ON DELETE CASCADE;
ALTER TABLE scans ADD FOREIGN KEY (shop_id, shipment_id) REFERENCES shipments ON DELETE CASCADE;
ALTER TABLE troubles ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;
ALTER TABLE problem_reports ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;
ALTER TABLE problem_photos ADD FOREIGN KEY (shop_id, report_id) REFERENCES problem_reports ON DELETE CASCADE;
ALTER TABLE one_time_codes ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;

SELECT app.protect(name::regclass) FROM unnest(ARRAY[
  'changed_orders', 'parcels', 'scans', 'followings', 'troubles', 'transits', 'lanes', 'backtests',
  'problem_reports', 'problem_photos', 'one_time_codes'
]) AS name;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO aftercare_app;

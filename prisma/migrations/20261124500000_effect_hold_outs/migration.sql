-- Whether telling of delays spares questions: a share of customers is not told for a while, and who wrote is counted on both sides.
CREATE TABLE hold_outs (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id BIGSERIAL NOT NULL,
  share SMALLINT NOT NULL,
  started_at TIMESTAMPTZ(3) NOT NULL,
  started_by TEXT,
  ended_at TIMESTAMPTZ(3),
  ended_for TEXT,
  ended_by TEXT,
  CONSTRAINT hold_outs_pkey PRIMARY KEY (shop_id, id)
);
CREATE UNIQUE INDEX hold_outs_one_open ON hold_outs (shop_id) WHERE ended_at IS NULL;
SELECT app.protect('hold_outs');
GRANT USAGE ON SEQUENCE hold_outs_id_seq TO aftercare_app;

CREATE TABLE enrolments (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  hold_out_id BIGINT NOT NULL,
  person TEXT NOT NULL,
  order_id TEXT NOT NULL,
  arm TEXT NOT NULL,
  enrolled_at TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY (shop_id, hold_out_id, person)
);
CREATE INDEX enrolments_of_order ON enrolments (order_id, shop_id);
ALTER TABLE enrolments ADD FOREIGN KEY (shop_id, hold_out_id) REFERENCES hold_outs ON DELETE CASCADE;
ALTER TABLE enrolments ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;
SELECT app.protect('enrolments');

-- What providers tell of a message later, and addresses that are not written to again. Addresses are kept as checksums.
ALTER TABLE outbox
  ADD COLUMN delivered_at TIMESTAMPTZ(3),
  ADD COLUMN bounced_at TIMESTAMPTZ(3),
  ADD COLUMN complained_at TIMESTAMPTZ(3),
  ADD COLUMN opened_at TIMESTAMPTZ(3);
CREATE INDEX outbox_of_provider ON outbox (shop_id, provider, provider_id);
CREATE INDEX outbox_of_recipient ON outbox (shop_id, recipient, id DESC);

CREATE TABLE suppressions (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  channel TEXT NOT NULL,
  address_mark TEXT NOT NULL,
  cause TEXT NOT NULL,
  since TIMESTAMPTZ(3) NOT NULL,
  lifted_at TIMESTAMPTZ(3),
  lifted_by TEXT,
  PRIMARY KEY (shop_id, channel, address_mark)
);
SELECT app.protect('suppressions');

CREATE TABLE opt_outs (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  channel TEXT NOT NULL,
  address_mark TEXT NOT NULL,
  subject TEXT NOT NULL,
  since TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY (shop_id, channel, address_mark, subject)
);
SELECT app.protect('opt_outs');

-- How goods come back: what the customer chose, and the label that was made for it. One way may serve several returns that travel in one parcel.
CREATE TABLE labels (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  order_id TEXT NOT NULL,
  request_id TEXT,
  kind TEXT NOT NULL,
  maker TEXT NOT NULL,
  state TEXT NOT NULL,
  place JSONB,
  location_id TEXT,
  carrier TEXT,
  service TEXT,
  number TEXT,
  url TEXT,
  cost BIGINT,
  currency TEXT,
  reference TEXT,
  file TEXT,
  qr TEXT,
  refund TEXT,
  problem TEXT,
  problem_words TEXT,
  chain_id UUID,
  made_by TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,
  bought_at TIMESTAMPTZ(3),
  ready_at TIMESTAMPTZ(3),
  ended_at TIMESTAMPTZ(3),
  CONSTRAINT labels_pkey PRIMARY KEY (shop_id, id),
  CONSTRAINT labels_kind CHECK (kind IN ('label', 'qr', 'own_label', 'drop_off', 'shop', 'none')),
  CONSTRAINT labels_maker CHECK (maker IN ('easypost', 'shippo', 'hand', 'customer', 'nobody')),
  CONSTRAINT labels_state CHECK (state IN ('wanted', 'making', 'bought', 'ready', 'ended')),
  CONSTRAINT labels_cost CHECK ((cost IS NULL) = (currency IS NULL))
);
CREATE INDEX labels_of_order ON labels (order_id, shop_id);
CREATE INDEX labels_of_request ON labels (request_id, shop_id);
CREATE INDEX labels_bought ON labels (shop_id, bought_at) WHERE bought_at IS NOT NULL;
ALTER TABLE labels ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;
SELECT app.protect('labels');

CREATE TABLE label_returns (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  label_id UUID NOT NULL,
  return_id TEXT NOT NULL,
  -- False once another way took its place.
  current BOOLEAN NOT NULL DEFAULT true,
  stands TEXT NOT NULL,
  delivery_ids TEXT[] NOT NULL DEFAULT '{}',
  attached_at TIMESTAMPTZ(3),
  CONSTRAINT label_returns_pkey PRIMARY KEY (shop_id, label_id, return_id),
  CONSTRAINT label_returns_stands CHECK (stands IN ('asked', 'open', 'over'))
);
CREATE UNIQUE INDEX label_returns_current ON label_returns (shop_id, return_id) WHERE current;
ALTER TABLE label_returns ADD FOREIGN KEY (shop_id, label_id) REFERENCES labels ON DELETE CASCADE;
SELECT app.protect('label_returns');

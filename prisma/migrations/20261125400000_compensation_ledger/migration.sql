-- Writes to Shopify in steps: what is meant is here before anything is sent, and what is not known to have happened stays visible.
CREATE TABLE chains (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  kind TEXT NOT NULL,
  order_id TEXT NOT NULL,
  request_key TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'running',
  step SMALLINT NOT NULL DEFAULT 0,
  phase TEXT NOT NULL DEFAULT 'ready',
  step_key UUID NOT NULL,
  tries SMALLINT NOT NULL DEFAULT 0,
  first_sent_at TIMESTAMPTZ(3),
  sent_at TIMESTAMPTZ(3),
  held_by UUID,
  held_until TIMESTAMPTZ(3),
  input JSONB NOT NULL,
  results JSONB NOT NULL DEFAULT '[]',
  problem TEXT,
  detail TEXT,
  source TEXT NOT NULL,
  actor TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,
  updated_at TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY (shop_id, id),
  CONSTRAINT chains_once UNIQUE (shop_id, request_key),
  CONSTRAINT chains_state CHECK (state IN ('running', 'attention', 'done', 'dropped')),
  CONSTRAINT chains_phase CHECK (phase IN ('ready', 'sent')),
  -- Nothing is given up, or called done, while it is not known whether Shopify did it.
  CONSTRAINT chains_settled CHECK (phase = 'ready' OR state IN ('running', 'attention')),
  CONSTRAINT chains_problem CHECK ((state = 'attention') = (problem IS NOT NULL))
);
CREATE INDEX chains_of_order ON chains (order_id, shop_id);
CREATE INDEX chains_open ON chains (shop_id, updated_at) WHERE state IN ('running', 'attention');
ALTER TABLE chains ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;
SELECT app.protect('chains');

-- What a customer gets for an order, by whichever road, in what they paid in. Reserved before it is sent.
CREATE TABLE compensations (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  order_id TEXT NOT NULL,
  chain_id UUID NOT NULL,
  road TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'reserved',
  currency TEXT NOT NULL,
  amount BIGINT NOT NULL,
  shopify_id TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,
  settled_at TIMESTAMPTZ(3),
  PRIMARY KEY (shop_id, id),
  CONSTRAINT compensations_road CHECK (road IN ('refund', 'store_credit', 'exchange', 'reship', 'goodwill')),
  CONSTRAINT compensations_state CHECK (state IN ('reserved', 'given', 'released')),
  CONSTRAINT compensations_settled CHECK ((state = 'reserved') = (settled_at IS NULL)),
  CONSTRAINT compensations_amount CHECK (amount >= 0)
);
CREATE INDEX compensations_of_order ON compensations (order_id, shop_id);
CREATE INDEX compensations_of_chain ON compensations (chain_id, shop_id);
ALTER TABLE compensations ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;
ALTER TABLE compensations ADD FOREIGN KEY (shop_id, chain_id) REFERENCES chains ON DELETE CASCADE;
SELECT app.protect('compensations');

CREATE TABLE compensation_lines (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  compensation_id UUID NOT NULL,
  order_line_id TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (shop_id, compensation_id, order_line_id),
  CONSTRAINT compensation_lines_amount CHECK (amount >= 0 AND quantity >= 0)
);
ALTER TABLE compensation_lines ADD FOREIGN KEY (shop_id, compensation_id) REFERENCES compensations ON DELETE CASCADE;
SELECT app.protect('compensation_lines');

-- What customers wish to send back, as they wished it, and the returns at Shopify that it became.

CREATE TABLE return_requests (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  order_id TEXT NOT NULL,
  request_key TEXT NOT NULL,
  source TEXT NOT NULL,
  actor TEXT,
  locale TEXT NOT NULL,
  way_back JSONB NOT NULL,
  approval TEXT NOT NULL,
  refund_on TEXT NOT NULL,
  currency TEXT NOT NULL,
  shown_refund BIGINT NOT NULL,
  shown_owed BIGINT NOT NULL,
  shown_bonus BIGINT NOT NULL,
  -- The request that this one takes the place of.
  replaces UUID,
  -- When its customer took it back; it stands until Shopify's returns are cancelled.
  withdrawn_at TIMESTAMPTZ(3),
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT return_requests_pkey PRIMARY KEY (shop_id, id)
);
CREATE UNIQUE INDEX return_requests_once ON return_requests (shop_id, request_key);
CREATE INDEX return_requests_of_order ON return_requests (order_id, shop_id);
SELECT app.protect('return_requests');

-- What of a request is one return at Shopify.
CREATE TABLE return_request_parts (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  request_id UUID NOT NULL,
  position SMALLINT NOT NULL,
  road TEXT NOT NULL,
  fee BIGINT NOT NULL,
  bonus_percentage DOUBLE PRECISION NOT NULL,
  shown_refund BIGINT NOT NULL,
  shown_owed BIGINT NOT NULL,
  shown_bonus BIGINT NOT NULL,
  chain_id UUID,
  return_id TEXT,
  -- Returns at Shopify whose place the newest one took.
  former_return_ids TEXT[] NOT NULL DEFAULT '{}',
  CONSTRAINT return_request_parts_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX return_request_parts_of_request ON return_request_parts (request_id, shop_id);
CREATE UNIQUE INDEX return_request_parts_of_return ON return_request_parts (shop_id, return_id) WHERE return_id IS NOT NULL;
SELECT app.protect('return_request_parts');

CREATE TABLE return_request_lines (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  request_id UUID NOT NULL,
  part_id UUID NOT NULL,
  position SMALLINT NOT NULL,
  order_line_id TEXT NOT NULL,
  units INTEGER NOT NULL,
  reason_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  reason_name TEXT NOT NULL,
  outcome TEXT NOT NULL,
  fee_percentage DOUBLE PRECISION NOT NULL,
  offer JSONB NOT NULL,
  exchange JSONB,
  note TEXT NOT NULL,
  answers TEXT[] NOT NULL,
  photos TEXT[] NOT NULL,
  exception TEXT,
  CONSTRAINT return_request_lines_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX return_request_lines_of_request ON return_request_lines (request_id, shop_id);
CREATE INDEX return_request_lines_of_line ON return_request_lines (order_line_id, shop_id);
SELECT app.protect('return_request_lines');

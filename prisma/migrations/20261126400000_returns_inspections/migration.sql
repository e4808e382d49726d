-- When a return was with the shop: from then on its customer waits for what was promised.
ALTER TABLE returns ADD received_at TIMESTAMPTZ(3);
CREATE INDEX returns_received ON returns (shop_id, received_at, id) WHERE status = 'open' AND received_at IS NOT NULL;

-- What people found when they looked at what came back: their own account, beside what Shopify keeps of it.
CREATE TABLE return_inspections (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  return_id TEXT NOT NULL,
  return_line_id TEXT NOT NULL,
  chain_id UUID NOT NULL,
  quantity INTEGER NOT NULL,
  finding TEXT NOT NULL,
  grade TEXT,
  disposition TEXT NOT NULL,
  location_id TEXT,
  accepted BOOLEAN NOT NULL,
  refusal TEXT,
  note TEXT,
  inspected_by TEXT,
  inspected_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT return_inspections_pkey PRIMARY KEY (shop_id, id),
  CONSTRAINT return_inspections_quantity CHECK (quantity > 0),
  CONSTRAINT return_inspections_finding CHECK (finding IN ('good', 'damaged', 'missing', 'wrong_item')),
  CONSTRAINT return_inspections_refusal CHECK (accepted OR refusal IS NOT NULL)
);
CREATE INDEX return_inspections_of_return ON return_inspections (return_id, shop_id);
ALTER TABLE return_inspections ADD FOREIGN KEY (shop_id, return_id) REFERENCES returns ON DELETE CASCADE;
SELECT app.protect('return_inspections');

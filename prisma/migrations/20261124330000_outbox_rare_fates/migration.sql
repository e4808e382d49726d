-- What is looked for is rare among what simply left: found without reading all that did, at next to no cost for it.
CREATE INDEX outbox_of_rare_fate ON outbox (shop_id, state, id DESC) WHERE state IN ('failed', 'unknown', 'dropped');
CREATE INDEX outbox_held ON outbox (shop_id, held_by, id DESC) WHERE held_by IS NOT NULL;
CREATE INDEX outbox_came_back ON outbox (shop_id, id DESC) WHERE bounced_at IS NOT NULL OR complained_at IS NOT NULL;

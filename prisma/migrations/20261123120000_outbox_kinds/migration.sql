CREATE INDEX outbox_of_kind ON outbox (shop_id, kind, id DESC);

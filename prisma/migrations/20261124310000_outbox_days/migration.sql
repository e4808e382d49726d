-- What became of the messages of some days is counted without reading their words.
CREATE INDEX outbox_of_days ON outbox (shop_id, created_at) INCLUDE (state, held_by, bounced_at, complained_at, opened_at);

-- One voice: what a message is about, to whom, and why it waits or was held back.
ALTER TABLE outbox
  ADD COLUMN topic TEXT,
  ADD COLUMN rank BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN person TEXT NOT NULL DEFAULT '',
  ADD COLUMN category TEXT NOT NULL DEFAULT 'service',
  ADD COLUMN urgent BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN held_by TEXT;
CREATE INDEX outbox_of_topic ON outbox (shop_id, topic);
CREATE INDEX outbox_of_person ON outbox (shop_id, person, claimed_at DESC);

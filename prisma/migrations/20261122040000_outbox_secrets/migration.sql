-- A message may be worth nothing after a moment, and may carry what nobody but its reader is to know.
ALTER TABLE outbox ADD COLUMN expires_at TIMESTAMPTZ(3), ADD COLUMN secret BOOLEAN NOT NULL DEFAULT false;

-- The days of delivery that a message's words name: once it left, they were shown.
ALTER TABLE outbox ADD COLUMN promises JSONB;

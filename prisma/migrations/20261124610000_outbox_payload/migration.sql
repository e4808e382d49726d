-- What goes out by another service: not words, but what that service makes words of.
ALTER TABLE outbox ADD COLUMN payload JSONB;

-- What still holds words, by how long nothing was said in it.
CREATE INDEX tickets_with_words ON tickets (shop_id, last_message_at) WHERE purged_at IS NULL;

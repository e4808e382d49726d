-- The words each ticket is found by. Plain keys, one row a word: the rows behind the shop wall are compared by `=`, `<` and `>=` only, which Postgres lets an
-- index do before it knows whose rows they are; the operators of GIN it does not.
CREATE TABLE ticket_words (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  ticket_id INTEGER NOT NULL,
  -- A lexeme, folded. Compared by its bytes, so that all that begin alike stand together.
  word TEXT COLLATE "C" NOT NULL,
  CONSTRAINT ticket_words_pkey PRIMARY KEY (shop_id, ticket_id, word),
  CONSTRAINT ticket_words_of_ticket_fkey FOREIGN KEY (shop_id, ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE
);
CREATE INDEX ticket_words_found ON ticket_words (shop_id, word, ticket_id);
SELECT app.protect('ticket_words');

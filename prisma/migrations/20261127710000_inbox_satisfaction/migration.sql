-- Whether a ticket's customer was content: asked once, after it was solved.
CREATE TABLE satisfactions (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  ticket_id INTEGER NOT NULL,
  person_id UUID NOT NULL,
  -- Whose ticket it was as it was solved.
  staff_id TEXT,
  team_id UUID,
  outbox_id BIGINT,
  asked_at TIMESTAMPTZ(3) NOT NULL,
  -- 1 to 5; null: they did not say.
  score SMALLINT,
  -- In the customer's words.
  comment TEXT NOT NULL DEFAULT '',
  answered_at TIMESTAMPTZ(3),
  CONSTRAINT satisfactions_pkey PRIMARY KEY (shop_id, ticket_id),
  CONSTRAINT satisfactions_of_ticket_fkey FOREIGN KEY (shop_id, ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE
);
CREATE INDEX satisfactions_of_person ON satisfactions (shop_id, person_id, asked_at);
CREATE INDEX satisfactions_days ON satisfactions (shop_id, answered_at) WHERE answered_at IS NOT NULL;
SELECT app.protect('satisfactions');

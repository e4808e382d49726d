-- What staff note about a person, for whoever answers them next.
CREATE TABLE person_notes (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  person_id UUID NOT NULL,
  words TEXT NOT NULL,
  written_by TEXT,
  written_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT person_notes_pkey PRIMARY KEY (shop_id, id),
  CONSTRAINT person_notes_of_person_fkey FOREIGN KEY (shop_id, person_id) REFERENCES people (shop_id, id) ON DELETE CASCADE
);
CREATE INDEX person_notes_of_person ON person_notes (shop_id, person_id);
SELECT app.protect('person_notes');

-- What somebody wrote is found by the address they wrote from, whoever the address is linked to.
CREATE INDEX messages_by_sender ON messages (shop_id, from_address) WHERE direction = 'in' AND author = 'person';

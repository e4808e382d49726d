-- Returns that were to be settled by themselves, and why a person does it instead.
CREATE TABLE returns_left_to_people (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  return_id TEXT NOT NULL,
  why TEXT NOT NULL,
  since TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT returns_left_to_people_pkey PRIMARY KEY (shop_id, return_id)
);
ALTER TABLE returns_left_to_people ADD FOREIGN KEY (shop_id, return_id) REFERENCES returns ON DELETE CASCADE;
SELECT app.protect('returns_left_to_people');

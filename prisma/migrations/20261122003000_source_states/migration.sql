-- How each connected source stands, shared by all processes: whether it may be asked now, and what it said when it refused.
CREATE TABLE source_states (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  source TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'ok',
  words TEXT,
  since TIMESTAMPTZ(3) NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  paused_until TIMESTAMPTZ(3),
  answered_at TIMESTAMPTZ(3),
  pushed_at TIMESTAMPTZ(3),
  CONSTRAINT source_states_pkey PRIMARY KEY (shop_id, source)
);
CREATE INDEX followings_of_number ON followings (number, shop_id);
SELECT app.protect('source_states');

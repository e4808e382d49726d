-- Views of the list that somebody keeps: for themselves, or for everybody.
CREATE TABLE desk_views (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  name TEXT NOT NULL,
  -- What the list's address says.
  query TEXT NOT NULL,
  shared BOOLEAN NOT NULL,
  made_by TEXT,
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT desk_views_pkey PRIMARY KEY (shop_id, id)
);
CREATE INDEX desk_views_by_name ON desk_views (shop_id, name, id);
SELECT app.protect('desk_views');

-- What a shop promised of returns: versions are only ever added, for an order keeps the one it was bought under.
CREATE TABLE returns_policy_versions (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  version INTEGER NOT NULL,
  policy JSONB NOT NULL,
  published_at TIMESTAMPTZ(3) NOT NULL,
  published_by TEXT,
  CONSTRAINT returns_policy_versions_pkey PRIMARY KEY (shop_id, version)
);
SELECT app.protect('returns_policy_versions');
REVOKE UPDATE, DELETE ON returns_policy_versions FROM aftercare_app;

-- What is written and not yet promised, step by step, so that each step can be taken back; gone once it is published. A revision is never
-- used twice, and of two who go on from the same one only the first can.
CREATE TABLE returns_policy_drafts (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  revision BIGSERIAL NOT NULL,
  follows BIGINT NOT NULL,
  policy JSONB NOT NULL,
  made_at TIMESTAMPTZ(3) NOT NULL,
  made_by TEXT,
  CONSTRAINT returns_policy_drafts_pkey PRIMARY KEY (shop_id, revision),
  CONSTRAINT returns_policy_drafts_once UNIQUE (shop_id, follows)
);
SELECT app.protect('returns_policy_drafts');
GRANT USAGE ON SEQUENCE returns_policy_drafts_revision_seq TO aftercare_app;

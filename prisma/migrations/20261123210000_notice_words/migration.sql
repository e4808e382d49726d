-- A merchant's own words for a notice. Versions are only added; the newest counts. Without words it says: back to those that come with the app.
CREATE TABLE notice_words (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  kind TEXT NOT NULL,
  locale TEXT NOT NULL,
  version INTEGER NOT NULL,
  words JSONB,
  made_by TEXT,
  made_at TIMESTAMPTZ(3) NOT NULL,
  failure TEXT,
  failed_at TIMESTAMPTZ(3),
  CONSTRAINT notice_words_pkey PRIMARY KEY (shop_id, kind, locale, version)
);
SELECT app.protect('notice_words');

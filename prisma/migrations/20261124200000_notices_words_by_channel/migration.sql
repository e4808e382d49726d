-- A merchant words a notice for mail and for text messages apart.
ALTER TABLE notice_words
  ADD COLUMN channel text NOT NULL DEFAULT 'email' CHECK (channel IN ('email', 'sms')),
  DROP CONSTRAINT notice_words_pkey,
  ADD CONSTRAINT notice_words_pkey PRIMARY KEY (shop_id, kind, channel, locale, version);

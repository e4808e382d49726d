-- What a provider told of a message that is not known here under the provider's name for it: it may be told before the message is settled.
CREATE TABLE early_news (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  provider TEXT NOT NULL,
  provider_id TEXT NOT NULL,
  event TEXT NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  detail TEXT,
  told_at TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  CONSTRAINT early_news_pkey PRIMARY KEY (shop_id, provider, provider_id, event)
);
SELECT app.protect('early_news');

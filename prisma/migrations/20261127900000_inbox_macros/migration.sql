-- Words that agents use again and again, and what they look up.

-- A macro of the shop or of one agent. One with a situation takes the place of the words that the app brings for it.
CREATE TABLE macros (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  name TEXT NOT NULL,
  -- late | lost | damaged | wrong_item | out_of_stock | return_refund | partial_refund
  situation TEXT,
  -- Whose own it is; null: everybody's.
  owner_id TEXT,
  -- Liquid by language.
  words JSONB NOT NULL,
  -- When it is offered first: categories, channels, words of the customer.
  conditions JSONB NOT NULL DEFAULT '{}',
  -- What it does to the ticket, and which deed it opens.
  actions JSONB NOT NULL DEFAULT '{}',
  uses INTEGER NOT NULL DEFAULT 0,
  last_used_at TIMESTAMPTZ(3),
  made_by TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TIMESTAMPTZ(3) NOT NULL,
  archived_at TIMESTAMPTZ(3),
  CONSTRAINT macros_pkey PRIMARY KEY (shop_id, id)
);
CREATE UNIQUE INDEX macros_one_each ON macros (shop_id, situation) WHERE situation IS NOT NULL AND archived_at IS NULL;
SELECT app.protect('macros');

-- Help texts and internal notes, as agents look them up while they write.
CREATE TABLE articles (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  -- help: may be quoted to customers | internal: for staff only
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  locale TEXT NOT NULL,
  -- Where customers can read it, if anywhere.
  url TEXT,
  made_by TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TIMESTAMPTZ(3) NOT NULL,
  archived_at TIMESTAMPTZ(3),
  CONSTRAINT articles_pkey PRIMARY KEY (shop_id, id)
);
SELECT app.protect('articles');

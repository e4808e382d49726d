-- A tracking number as it is looked for: without the blanks and dashes of whoever wrote it. A column and not an index on the sum, because
-- row security lets no function of ours choose an index.
ALTER TABLE shipments ADD COLUMN bare_number TEXT GENERATED ALWAYS AS (upper(regexp_replace(number, '[\s\u00a0\u2000-\u200b\u202f\u2010-\u2015-]', '', 'g'))) STORED;
CREATE INDEX shipments_bare_number ON shipments (bare_number, shop_id, id DESC);

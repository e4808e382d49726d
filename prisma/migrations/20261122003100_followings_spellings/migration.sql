-- A following knows a number as carriers write it; these are the ways the shop's parcels write it.
ALTER TABLE followings ADD COLUMN spellings TEXT[] NOT NULL DEFAULT '{}';

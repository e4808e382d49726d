-- The tags in use on what is not done yet are counted in an index alone. One entry of an index holds no more than 2,704 bytes, which eight tags never fill:
-- the few conversations with more are looked at themselves.

CREATE INDEX tickets_tagged ON tickets (shop_id, tags) WHERE state NOT IN ('solved', 'closed') AND NOT spam AND merged_into IS NULL AND cardinality(tags) BETWEEN 1 AND 8;
CREATE INDEX tickets_much_tagged ON tickets (shop_id) WHERE state NOT IN ('solved', 'closed') AND NOT spam AND merged_into IS NULL AND cardinality(tags) > 8;

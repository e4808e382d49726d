-- What one thing is done to one subject, such as processing a return, is done or decided before it is begun again.
ALTER TABLE chains ADD COLUMN subject TEXT;
CREATE UNIQUE INDEX chains_one_open ON chains (shop_id, kind, subject) WHERE state IN ('running', 'attention');

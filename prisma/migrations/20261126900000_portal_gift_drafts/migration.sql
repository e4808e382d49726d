-- Who was given what is in an order chooses apart from its customer.
ALTER TABLE return_drafts ADD COLUMN gift BOOLEAN NOT NULL DEFAULT false;
CREATE UNIQUE INDEX return_drafts_one_open_each ON return_drafts (order_id, shop_id, gift) WHERE request_id IS NULL;
DROP INDEX return_drafts_one_open;

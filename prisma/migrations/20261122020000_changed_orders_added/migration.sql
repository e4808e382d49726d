-- Rows are only added: one row an order had whoever writes the mirror wait for whoever is looking at that order's parcels just then.
ALTER TABLE changed_orders DROP CONSTRAINT changed_orders_pkey;
ALTER TABLE changed_orders ADD COLUMN id BIGSERIAL NOT NULL;
ALTER TABLE changed_orders ADD CONSTRAINT changed_orders_pkey PRIMARY KEY (shop_id, id);
GRANT USAGE ON SEQUENCE changed_orders_id_seq TO aftercare_app;

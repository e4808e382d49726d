-- Shops that were erased and whose files outside the database still have to go. A job of the shop could not do it: it is gone with the shop.
CREATE TABLE platform.erased_shops (
  shop_id INTEGER NOT NULL,
  erased_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT erased_shops_pkey PRIMARY KEY (shop_id)
);

CREATE OR REPLACE FUNCTION app.erase_shop() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  erased integer := app.shop_id();
  tenant regclass;
BEGIN
  PERFORM set_config('app.journal_redaction', 'on', true);
  DELETE FROM journal; DELETE FROM outbox; DELETE FROM orders; DELETE FROM customers;
  FOR tenant IN
    SELECT c.oid::regclass FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'shop_id'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  LOOP
    EXECUTE format('DELETE FROM %s WHERE shop_id = $1', tenant) USING erased;
  END LOOP;
  PERFORM set_config('app.journal_redaction', 'off', true);
  DELETE FROM platform.sessions WHERE sessions.shop = (SELECT domain FROM platform.shops WHERE id = erased);
  DELETE FROM platform.admin_api_buckets WHERE shop_id = erased;
  INSERT INTO platform.erased_shops (shop_id) VALUES (erased) ON CONFLICT DO NOTHING;
  DELETE FROM platform.shops WHERE id = erased;
END $$;

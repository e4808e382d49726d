-- A shop that is erased leaves no job behind, however far ahead it was appointed.
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
  -- What was to happen later for the shop: its messages are gone, and so is their time.
  PERFORM graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker._private_jobs WHERE payload ->> 'shopId' = erased::text AND locked_at IS NULL));
END $$;

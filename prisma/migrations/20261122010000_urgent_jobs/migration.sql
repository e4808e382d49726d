-- Webhooks are applied before other work that is due: what waits for Shopify's rate limit must not hold them up, of whichever shop it is.
-- A job of lower priority goes first. Processes of the version before this one leave it out.
DROP FUNCTION app.add_job(text, json, text, timestamptz, integer, text, text);

CREATE FUNCTION app.add_job(task text, payload json, queue text, run_at timestamptz, max_attempts integer, job_key text, job_key_mode text, priority integer DEFAULT 0)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    task,
    json_build_object('shopId', app.shop_id(), 'data', payload),
    queue_name => queue,
    run_at => run_at,
    max_attempts => max_attempts,
    job_key => app.shop_id() || ':' || job_key,
    priority => priority,
    job_key_mode => coalesce(job_key_mode, 'replace'));
END $$;

REVOKE EXECUTE ON FUNCTION app.add_job(text, json, text, timestamptz, integer, text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.add_job(text, json, text, timestamptz, integer, text, text, integer) TO aftercare_app;

-- Stores a batch of verified webhooks, of any shops, in one round trip: rows and the job that applies them, or nothing.
-- Answers for each, in the order given, whether its shop is known. A shop that removed the app gets only what is still owed to it.
CREATE OR REPLACE FUNCTION app.store_receipts(domains text[], webhook_ids text[], event_ids text[], topics text[], api_versions text[],
                                   triggered_ats timestamptz[], bodies text[], owed_after_uninstall boolean[], received timestamptz)
  RETURNS boolean[] LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  shop record;
  added integer;
BEGIN
  FOR shop IN SELECT id, domain, state FROM platform.shops WHERE domain = ANY (domains) ORDER BY id LOOP
    PERFORM set_config('app.shop_id', shop.id::text, true);
    -- Numbered as they came in, inserted by their name: two processes that got the same two webhooks must not wait for each other.
    INSERT INTO webhook_receipts (id, webhook_id, event_id, topic, api_version, triggered_at, received_at, body)
    SELECT numbered.id, numbered.webhook_id, numbered.event_id, numbered.topic, numbered.api_version, numbered.triggered_at, received, numbered.body
      FROM (SELECT nextval('webhook_receipts_id_seq') AS id, given.*
              FROM unnest(domains, webhook_ids, event_ids, topics, api_versions, triggered_ats, bodies, owed_after_uninstall)
                     WITH ORDINALITY AS given (domain, webhook_id, event_id, topic, api_version, triggered_at, body, owed, place)
             WHERE given.domain = shop.domain AND (shop.state = 'installed' OR given.owed)
             ORDER BY place) AS numbered
     ORDER BY numbered.webhook_id
        ON CONFLICT (shop_id, webhook_id) DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;
    IF added > 0 THEN
      PERFORM app.add_job('webhooks.drain', '{}'::json, shop.id || ':mirror', NULL, 12, 'webhooks.drain', 'preserve_run_at', -1);
    END IF;
  END LOOP;
  PERFORM set_config('app.shop_id', '', true);
  RETURN ARRAY(
    SELECT EXISTS (SELECT FROM platform.shops WHERE shops.domain = given.domain)
      FROM unnest(domains) WITH ORDINALITY AS given (domain, place) ORDER BY place);
END $$;

-- Many jobs of one kind in one call, each under a key of its own: a burst of messages is queued, claimed and settled in sets.
CREATE FUNCTION app.add_jobs(task text, jobs json, queue text, max_attempts integer, priority integer)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_jobs(ARRAY(
    SELECT (task, json_build_object('shopId', app.shop_id(), 'data', given.payload), queue, given.run_at, max_attempts::smallint,
            app.shop_id() || ':' || given.key, priority::smallint, NULL::text[])::graphile_worker.job_spec
      FROM json_to_recordset(jobs) AS given (key text, payload json, run_at timestamptz)));
END $$;

CREATE FUNCTION app.remove_jobs(job_keys text[])
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.complete_jobs(ARRAY(
    SELECT id FROM graphile_worker._private_jobs
     WHERE key = ANY (ARRAY(SELECT app.shop_id() || ':' || given FROM unnest(job_keys) AS given)) AND locked_at IS NULL
     ORDER BY key FOR UPDATE SKIP LOCKED));
END $$;

REVOKE EXECUTE ON FUNCTION app.add_jobs(text, json, text, integer, integer), app.remove_jobs(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.add_jobs(text, json, text, integer, integer), app.remove_jobs(text[]) TO aftercare_app;

-- What may leave now, the longest waiting first.
CREATE INDEX outbox_due ON outbox (shop_id, send_after, id) WHERE state = 'queued';

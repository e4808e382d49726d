-- Jobs of one kind that wait are done together in one transaction: taken here, they are gone if it commits and wait as before if it does not.
-- What was tried before is left to try alone, and what stands in a line to its line.
CREATE FUNCTION app.take_jobs(task text, most integer)
  RETURNS SETOF json LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY
    WITH due AS (
      SELECT id FROM graphile_worker._private_jobs
       WHERE task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = task)
         AND is_available AND run_at <= now() AND attempts = 0 AND job_queue_id IS NULL AND payload ->> 'shopId' = app.shop_id()::text
       ORDER BY priority, run_at, id LIMIT most FOR UPDATE SKIP LOCKED)
    DELETE FROM graphile_worker._private_jobs taken USING due WHERE taken.id = due.id RETURNING taken.payload -> 'data';
END $$;

REVOKE EXECUTE ON FUNCTION app.take_jobs(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.take_jobs(text, integer) TO aftercare_app;

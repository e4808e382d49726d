-- Jobs are written in the order of their keys, one by one: two bursts that wake the same orders would each hold what the other waits for.
CREATE OR REPLACE FUNCTION app.add_jobs(task text, jobs json, queue text, max_attempts integer, priority integer)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  given record;
BEGIN
  FOR given IN SELECT * FROM json_to_recordset(jobs) AS one (key text, payload json, run_at timestamptz) ORDER BY one.key COLLATE "C" LOOP
    PERFORM graphile_worker.add_job(task, json_build_object('shopId', app.shop_id(), 'data', given.payload), queue_name => queue, run_at => given.run_at,
      max_attempts => max_attempts, job_key => app.shop_id() || ':' || given.key, priority => priority);
  END LOOP;
END $$;

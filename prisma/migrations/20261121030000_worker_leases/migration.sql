-- Which job workers live: each process holds an advisory lock named by its lease; a lease nobody holds belongs to a dead one.
CREATE TABLE platform.job_workers (
  worker_id TEXT NOT NULL,
  lease INTEGER NOT NULL,
  started_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  died_at TIMESTAMPTZ(3),
  CONSTRAINT job_workers_pkey PRIMARY KEY (worker_id)
);

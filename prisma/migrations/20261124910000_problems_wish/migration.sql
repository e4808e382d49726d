-- What a customer would like instead of waiting for what is late, and nothing else.
ALTER TABLE problem_reports ADD COLUMN wish TEXT,
  ADD CONSTRAINT problem_reports_wish CHECK (wish IS NULL OR (kind = 'late' AND wish IN ('wait', 'resend', 'refund', 'other')));

-- When whoever follows a ticket last looked at it: what was said since is news to them.
ALTER TABLE ticket_followers ADD COLUMN seen_at TIMESTAMPTZ(3);

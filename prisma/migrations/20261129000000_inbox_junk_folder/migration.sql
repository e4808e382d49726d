-- How far the spam folder of a mailbox at somebody else's server was read, where it is read; and what was found there.
ALTER TABLE mailboxes ADD COLUMN junk_uid_validity BIGINT, ADD COLUMN junk_last_uid BIGINT;
ALTER TABLE mail_arrivals ADD COLUMN from_junk BOOLEAN NOT NULL DEFAULT false;

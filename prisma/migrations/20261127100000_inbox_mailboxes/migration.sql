-- How mailboxes are reached: whether mail to their address is known to come to us, how far one was read, and who vouches for what came.

ALTER TABLE mailboxes
  -- Since when a mail to the address is known to arrive here.
  ADD COLUMN verified_at TIMESTAMPTZ(3),
  -- What the test mail that is on its way carries.
  ADD COLUMN check_token TEXT,
  ADD COLUMN check_sent_at TIMESTAMPTZ(3),
  -- How far a mailbox at somebody else's server was read: its numbering, and the last number of it.
  ADD COLUMN uid_validity BIGINT,
  ADD COLUMN last_uid BIGINT;

ALTER TABLE mail_arrivals
  -- Whether the sender's domain stands by it, as checked when it came: yes | no | unknown.
  ADD COLUMN vouched TEXT NOT NULL DEFAULT 'unknown',
  -- What SPF, DKIM and DMARC said.
  ADD COLUMN checks JSONB NOT NULL DEFAULT '{}';

ALTER TABLE platform.mail_doors
  -- Its shop has shown that mail to the address reaches it; nobody else can say the same of it then.
  ADD COLUMN verified BOOLEAN NOT NULL DEFAULT false,
  -- We fetch its mail ourselves.
  ADD COLUMN reads BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN changed_at TIMESTAMPTZ(3) NOT NULL DEFAULT now();
CREATE UNIQUE INDEX mail_doors_verified ON platform.mail_doors (address) WHERE verified;
CREATE INDEX mail_doors_reads ON platform.mail_doors (shop_id) WHERE reads;

DROP FUNCTION app.open_mail_door(TEXT, TEXT, UUID);
CREATE FUNCTION app.open_mail_door(door TEXT, door_address TEXT, door_mailbox UUID, door_reads BOOLEAN) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO platform.mail_doors (key, address, shop_id, mailbox_id, reads) VALUES (door, door_address, app.shop_id(), door_mailbox, door_reads)
  ON CONFLICT (key) DO UPDATE
    SET address = excluded.address, reads = excluded.reads, changed_at = now(), verified = mail_doors.verified AND mail_doors.address = excluded.address
    WHERE mail_doors.shop_id = app.shop_id()
$$;
-- False where another shop has shown it before.
CREATE FUNCTION app.verify_mail_door(door TEXT) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE platform.mail_doors SET verified = true WHERE key = door AND shop_id = app.shop_id();
  RETURN FOUND;
EXCEPTION WHEN unique_violation THEN
  RETURN false;
END $$;
REVOKE ALL ON FUNCTION app.open_mail_door(TEXT, TEXT, UUID, BOOLEAN), app.verify_mail_door(TEXT) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_mail_door(TEXT, TEXT, UUID, BOOLEAN), app.verify_mail_door(TEXT) TO aftercare_app;

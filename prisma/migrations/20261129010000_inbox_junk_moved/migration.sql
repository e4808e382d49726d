-- What lay in a spam folder is looked for as the same mail comes again.
CREATE INDEX mail_arrivals_from_junk ON mail_arrivals (message_id, shop_id) WHERE from_junk;

-- What somebody of the shop writes: letters in the outbox, drafts, and conversations beside a ticket.

-- What a mail that somebody wrote by hand has besides its words: whose name and address it bears, copies, files, its Message-ID.
ALTER TABLE outbox ADD COLUMN letter JSONB;

-- The conversation of a ticket with somebody else than its customer: a carrier, a supplier.
CREATE TABLE side_conversations (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  ticket_id INTEGER NOT NULL,
  subject TEXT NOT NULL,
  -- Whom it is with.
  address TEXT NOT NULL,
  started_by TEXT,
  started_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT side_conversations_pkey PRIMARY KEY (shop_id, id),
  CONSTRAINT side_conversations_of_ticket_fkey FOREIGN KEY (shop_id, ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE
);
CREATE INDEX side_conversations_of_ticket ON side_conversations (shop_id, ticket_id);
SELECT app.protect('side_conversations');

-- What somebody is writing in a ticket, until it is sent or thrown away.
CREATE TABLE reply_drafts (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  ticket_id INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  -- reply | note | forward
  mode TEXT NOT NULL,
  text TEXT NOT NULL,
  to_addresses TEXT[] NOT NULL DEFAULT '{}',
  cc_addresses TEXT[] NOT NULL DEFAULT '{}',
  saved_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT reply_drafts_pkey PRIMARY KEY (shop_id, ticket_id, staff_id, mode),
  CONSTRAINT reply_drafts_of_ticket_fkey FOREIGN KEY (shop_id, ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE
);
SELECT app.protect('reply_drafts');

-- Files that somebody put to what they are writing; they become the message's as it is sent.
CREATE TABLE draft_files (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  id UUID NOT NULL,
  ticket_id INTEGER NOT NULL,
  staff_id TEXT NOT NULL,
  mode TEXT NOT NULL,
  -- The sender's own words: shown, never used as a path.
  filename TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  file TEXT NOT NULL,
  uploaded_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT draft_files_pkey PRIMARY KEY (shop_id, id),
  CONSTRAINT draft_files_of_ticket_fkey FOREIGN KEY (shop_id, ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE
);
CREATE INDEX draft_files_of_draft ON draft_files (shop_id, ticket_id, staff_id, mode);
SELECT app.protect('draft_files');

-- What was written to an address, the newest last: how often by itself since a person did.
CREATE INDEX messages_written_to ON messages (shop_id, (to_addresses[1]), id) WHERE direction = 'out';
CREATE INDEX messages_acknowledgements ON messages (shop_id, created_at) WHERE kind = 'acknowledgement';

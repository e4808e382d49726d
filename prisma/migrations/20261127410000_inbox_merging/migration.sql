-- How a ticket stands by itself while others are read in it: so that nothing is different once they are taken apart again.
CREATE TABLE ticket_standings (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  ticket_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  snoozed_until TIMESTAMPTZ(3),
  solved_at TIMESTAMPTZ(3),
  solved_by TEXT,
  closed_at TIMESTAMPTZ(3),
  -- How many messages stood in it then: more, or fewer, and it was worked on since.
  messages INTEGER NOT NULL,
  -- Those read in it whose say is over, since it was worked on after they came.
  spent INTEGER[] NOT NULL DEFAULT '{}',
  CONSTRAINT ticket_standings_pkey PRIMARY KEY (shop_id, ticket_id),
  CONSTRAINT ticket_standings_of_ticket_fkey FOREIGN KEY (shop_id, ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE
);
SELECT app.protect('ticket_standings');

-- Which messages a ticket was made of that was split from others, and where each came from.
CREATE TABLE split_messages (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  ticket_id INTEGER NOT NULL,
  message_id BIGINT NOT NULL,
  from_ticket_id INTEGER NOT NULL,
  CONSTRAINT split_messages_pkey PRIMARY KEY (shop_id, ticket_id, message_id),
  CONSTRAINT split_messages_of_ticket_fkey FOREIGN KEY (shop_id, ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE,
  CONSTRAINT split_messages_from_ticket_fkey FOREIGN KEY (shop_id, from_ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE,
  CONSTRAINT split_messages_of_message_fkey FOREIGN KEY (shop_id, message_id) REFERENCES messages (shop_id, id) ON DELETE CASCADE
);
CREATE INDEX split_messages_from_ticket ON split_messages (shop_id, from_ticket_id);
CREATE INDEX split_messages_of_message ON split_messages (shop_id, message_id);
SELECT app.protect('split_messages');

-- What the tickets it was split from had been promised until then, for the day it is undone.
CREATE TABLE split_promises (
  shop_id INTEGER NOT NULL DEFAULT app.shop_id(),
  split_ticket_id INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL,
  promise TEXT NOT NULL,
  started_at TIMESTAMPTZ(3) NOT NULL,
  minutes INTEGER NOT NULL,
  counts TEXT NOT NULL,
  counted_from TIMESTAMPTZ(3) NOT NULL,
  priority TEXT NOT NULL,
  due_at TIMESTAMPTZ(3),
  ended_at TIMESTAMPTZ(3),
  result TEXT NOT NULL,
  took_minutes INTEGER,
  staff_id TEXT,
  warned_at TIMESTAMPTZ(3),
  CONSTRAINT split_promises_pkey PRIMARY KEY (shop_id, split_ticket_id, ticket_id, promise, started_at),
  CONSTRAINT split_promises_of_split_fkey FOREIGN KEY (shop_id, split_ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE,
  CONSTRAINT split_promises_of_ticket_fkey FOREIGN KEY (shop_id, ticket_id) REFERENCES tickets (shop_id, id) ON DELETE CASCADE
);
CREATE INDEX split_promises_of_ticket ON split_promises (shop_id, ticket_id);
SELECT app.protect('split_promises');

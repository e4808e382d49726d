-- The list of conversations: its views are counted in one walk over what is not done yet, and read page by page in each of its orders.

CREATE INDEX tickets_counted ON tickets (shop_id, state, assignee_id, team_id, due_at) WHERE state NOT IN ('solved', 'closed') AND NOT spam AND merged_into IS NULL;
CREATE INDEX tickets_owed ON tickets (shop_id, due_at, id) WHERE due_at IS NOT NULL AND state NOT IN ('solved', 'closed') AND NOT spam AND merged_into IS NULL;
CREATE INDEX tickets_assigned ON tickets (shop_id, assignee_id, last_message_at DESC, id DESC) WHERE assignee_id IS NOT NULL;
CREATE INDEX tickets_spam ON tickets (shop_id, last_message_at DESC, id DESC) WHERE spam;
CREATE INDEX tickets_done ON tickets (shop_id, last_message_at DESC, id DESC) WHERE state IN ('solved', 'closed') AND NOT spam AND merged_into IS NULL;

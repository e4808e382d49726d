-- What the shop values a ticket's customer for, and whether a promise was made to somebody it values.
ALTER TABLE tickets ADD COLUMN valued_by TEXT;
ALTER TABLE ticket_promises ADD COLUMN valued BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE split_promises ADD COLUMN valued BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX tickets_valued ON tickets (shop_id, last_message_at DESC, id DESC) WHERE valued_by IS NOT NULL;

-- Whoever was valued for the number of their orders is so still, with the same promises on every channel. The rows of all shops change, which only the
-- owner of an unforced table may see.
ALTER TABLE settings NO FORCE ROW LEVEL SECURITY;
UPDATE settings
   SET value = jsonb_set(value, '{valued}', jsonb_build_object(
         'orders', value #> '{valued,orders}', 'spent', NULL, 'tags', '[]'::jsonb,
         'email', value -> 'valued' #- '{orders}', 'form', value -> 'valued' #- '{orders}', 'problem', value -> 'valued' #- '{orders}', 'phone', value -> 'valued' #- '{orders}',
         'high', '{"first_reply": null, "next_reply": null, "resolution": null}'::jsonb, 'urgent', '{"first_reply": null, "next_reply": null, "resolution": null}'::jsonb))
 WHERE name = 'inbox-promises' AND jsonb_typeof(value -> 'valued') = 'object';
ALTER TABLE settings FORCE ROW LEVEL SECURITY;

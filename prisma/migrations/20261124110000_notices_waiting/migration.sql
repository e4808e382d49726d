-- What waits for its moment, kind by kind: few rows at any time.
CREATE INDEX notices_waiting ON notices (shop_id, kind, due_at) WHERE state = 'planned';

-- A notice that takes several ways has a message for each: the first in message_id, the others here.
ALTER TABLE notices ADD COLUMN further_messages BIGINT[] NOT NULL DEFAULT '{}';

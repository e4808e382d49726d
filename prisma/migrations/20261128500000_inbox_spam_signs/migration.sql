-- Why a message was kept apart as spam, by the names of what spoke for it.
ALTER TABLE messages ADD COLUMN spam_signs text[] NOT NULL DEFAULT '{}';

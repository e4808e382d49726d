-- Which of our messages a provider means, as it repeats what we gave along: it helps where the provider's answer was lost.
ALTER TABLE early_news ADD COLUMN message_id BIGINT;

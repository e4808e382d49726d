-- Which order the goods of another one were sent again as: asked for each order that is shown beside a conversation.
CREATE INDEX compensations_sent_as ON compensations (shopify_id, shop_id) WHERE road = 'reship';

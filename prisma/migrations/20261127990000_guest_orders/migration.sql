-- Orders of nobody's account are found by the address they were placed with.
CREATE INDEX orders_of_guests ON orders (email, shop_id) WHERE customer_id IS NULL AND email IS NOT NULL;

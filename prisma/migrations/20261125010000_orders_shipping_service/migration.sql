-- How the customer chose to have it sent, by which lanes are told apart; and why goods go out before they are paid.
ALTER TABLE orders ADD COLUMN shipping_service TEXT, ADD COLUMN sent_unpaid TEXT;

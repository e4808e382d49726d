-- What a person agreed to be sent of marketing, as Shopify keeps it.
ALTER TABLE customers
  ADD COLUMN email_consent TEXT,
  ADD COLUMN sms_consent TEXT,
  ADD COLUMN whatsapp_consent TEXT;

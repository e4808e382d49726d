-- While a first import fills the mirror, the planner has no figures of its tables yet and reads them whole for every chunk.
-- The tenant role owns no table, so it may ask for the figures here.
CREATE FUNCTION app.analyze_mirror() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE customers, customer_contacts, orders, order_lines, fulfillments, fulfillment_lines, shipments, checkpoints, refunds, refund_lines;
END $$;

REVOKE EXECUTE ON FUNCTION app.analyze_mirror() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.analyze_mirror() TO aftercare_app;

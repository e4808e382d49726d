-- Each part of an import has the planner look at the tables it fills, not at those the other part filled.
DROP FUNCTION app.analyze_mirror();

CREATE FUNCTION app.analyze_mirror(part text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF part = 'orders' THEN
    ANALYZE customers, customer_contacts, orders, order_lines, fulfillments, shipments, refunds, refund_lines;
  ELSE
    ANALYZE fulfillment_lines, checkpoints;
  END IF;
END $$;

REVOKE EXECUTE ON FUNCTION app.analyze_mirror(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.analyze_mirror(text) TO aftercare_app;

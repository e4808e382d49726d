-- One shop's rows are kept from another's by the database (docs/decisions/0003).
-- `app` holds the functions that do it; `aftercare_app` is the role every tenant transaction runs as.

CREATE SCHEMA app;

DO $$
BEGIN
  CREATE ROLE aftercare_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

-- The role that owns the tables must be able to step into the tenant role.
DO $$
BEGIN
  EXECUTE format('GRANT aftercare_app TO %I', current_user);
EXCEPTION WHEN OTHERS THEN
  IF NOT pg_has_role(current_user, 'aftercare_app', 'MEMBER') THEN RAISE; END IF;
END $$;

CREATE FUNCTION app.shop_id() RETURNS integer
  LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  shop text := current_setting('app.shop_id', true);
BEGIN
  IF shop IS NULL OR shop = '' THEN
    RAISE EXCEPTION 'no shop is set for this transaction' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN shop::integer;
END $$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "platform";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "platform"."shops" (
    "id" SERIAL NOT NULL,
    "domain" TEXT NOT NULL,
    "shopify_id" TEXT,
    "name" TEXT,
    "email" TEXT,
    "primary_url" TEXT,
    "iana_timezone" TEXT NOT NULL DEFAULT 'UTC',
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "plan" TEXT,
    "locales" TEXT[] DEFAULT ARRAY['en']::TEXT[],
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" TEXT NOT NULL DEFAULT 'installed',
    "access" TEXT NOT NULL DEFAULT 'ok',
    "installed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uninstalled_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shops_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."sessions" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMP(3),
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "collaborator" BOOLEAN DEFAULT false,
    "emailVerified" BOOLEAN DEFAULT false,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMP(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform"."admin_api_buckets" (
    "shop_id" INTEGER NOT NULL,
    "available" DOUBLE PRECISION NOT NULL,
    "maximum" DOUBLE PRECISION NOT NULL,
    "restore_rate" DOUBLE PRECISION NOT NULL,
    "measured_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "admin_api_buckets_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "platform"."rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "customers" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "id" TEXT NOT NULL,
    "first_name" TEXT,
    "last_name" TEXT,
    "locale" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "orders_count" INTEGER NOT NULL DEFAULT 0,
    "amount_spent" BIGINT NOT NULL DEFAULT 0,
    "currency" TEXT,
    "created_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "redacted_at" TIMESTAMPTZ(3),

    CONSTRAINT "customers_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "customer_contacts" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "customer_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "first_seen" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_contacts_pkey" PRIMARY KEY ("shop_id","customer_id","kind","value")
);

-- CreateTable
CREATE TABLE "orders" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "confirmation_number" TEXT,
    "customer_id" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "customer_locale" TEXT,
    "source_name" TEXT,
    "test" BOOLEAN NOT NULL DEFAULT false,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "processed_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "financial_status" TEXT,
    "fulfillment_status" TEXT,
    "return_status" TEXT,
    "currency" TEXT NOT NULL,
    "presentment_currency" TEXT NOT NULL,
    "taxes_included" BOOLEAN NOT NULL DEFAULT false,
    "subtotal" BIGINT NOT NULL,
    "subtotal_presentment" BIGINT NOT NULL,
    "discounts" BIGINT NOT NULL,
    "discounts_presentment" BIGINT NOT NULL,
    "shipping" BIGINT NOT NULL,
    "shipping_presentment" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "tax_presentment" BIGINT NOT NULL,
    "duties" BIGINT NOT NULL DEFAULT 0,
    "duties_presentment" BIGINT NOT NULL DEFAULT 0,
    "tip" BIGINT NOT NULL DEFAULT 0,
    "tip_presentment" BIGINT NOT NULL DEFAULT 0,
    "total" BIGINT NOT NULL,
    "total_presentment" BIGINT NOT NULL,
    "refunded" BIGINT NOT NULL DEFAULT 0,
    "refunded_presentment" BIGINT NOT NULL DEFAULT 0,
    "shipping_address" JSONB,
    "status_page_url" TEXT,
    "imported" BOOLEAN NOT NULL DEFAULT false,
    "fingerprint" TEXT NOT NULL,
    "stale_since" TIMESTAMPTZ(3),
    "search" tsvector NOT NULL,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "order_lines" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "variant_title" TEXT,
    "sku" TEXT,
    "vendor" TEXT,
    "product_id" TEXT,
    "variant_id" TEXT,
    "image_url" TEXT,
    "requires_shipping" BOOLEAN NOT NULL DEFAULT true,
    "quantity" INTEGER NOT NULL,
    "current_quantity" INTEGER NOT NULL,
    "unfulfilled_quantity" INTEGER NOT NULL,
    "unit_price" BIGINT NOT NULL,
    "unit_price_presentment" BIGINT NOT NULL,
    "discount" BIGINT NOT NULL DEFAULT 0,
    "discount_presentment" BIGINT NOT NULL DEFAULT 0,
    "tax" BIGINT NOT NULL DEFAULT 0,
    "tax_presentment" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "order_lines_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "fulfillments" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "name" TEXT,
    "status" TEXT NOT NULL,
    "display_status" TEXT,
    "service" TEXT,
    "location_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "in_transit_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "estimated_delivery_at" TIMESTAMPTZ(3),
    "fingerprint" TEXT NOT NULL,

    CONSTRAINT "fulfillments_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "fulfillment_lines" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "fulfillment_id" TEXT NOT NULL,
    "order_line_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "fulfillment_lines_pkey" PRIMARY KEY ("shop_id","fulfillment_id","order_line_id")
);

-- CreateTable
CREATE TABLE "shipments" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "id" BIGSERIAL NOT NULL,
    "fulfillment_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "carrier" TEXT,
    "number" TEXT NOT NULL DEFAULT '',
    "url" TEXT,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "shipments_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "checkpoints" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "id" TEXT NOT NULL,
    "fulfillment_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "shipment_id" BIGINT,
    "source" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "message" TEXT,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "estimated_delivery_at" TIMESTAMPTZ(3),
    "city" TEXT,
    "province" TEXT,
    "country" TEXT,
    "zip" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "checkpoints_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "refunds" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "amount" BIGINT NOT NULL,
    "amount_presentment" BIGINT NOT NULL,

    CONSTRAINT "refunds_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "refund_lines" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "id" TEXT NOT NULL,
    "refund_id" TEXT NOT NULL,
    "order_line_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "restock_type" TEXT,
    "subtotal" BIGINT NOT NULL,
    "subtotal_presentment" BIGINT NOT NULL,

    CONSTRAINT "refund_lines_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "journal" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "id" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "order_id" TEXT,
    "customer_id" TEXT,
    "source" TEXT NOT NULL,
    "actor" TEXT,
    "data" JSONB NOT NULL,
    "dedupe_key" TEXT,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "order_id" TEXT,
    "customer_id" TEXT,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT,
    "text_body" TEXT NOT NULL,
    "html_body" TEXT,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "dedupe_key" TEXT NOT NULL,
    "send_after" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "provider" TEXT,
    "provider_id" TEXT,
    "outcome" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "webhook_receipts" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "id" BIGSERIAL NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "event_id" TEXT,
    "topic" TEXT NOT NULL,
    "api_version" TEXT,
    "triggered_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_receipts_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "imports" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "id" BIGSERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "bulk_operation" TEXT,
    "result_url" TEXT,
    "orders_total" INTEGER,
    "orders_seen" INTEGER NOT NULL DEFAULT 0,
    "orders_applied" INTEGER NOT NULL DEFAULT 0,
    "byte_offset" BIGINT NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "imports_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "sync_cursors" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "name" TEXT NOT NULL,
    "reached_at" TIMESTAMPTZ(3) NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sync_cursors_pkey" PRIMARY KEY ("shop_id","name")
);

-- CreateTable
CREATE TABLE "data_requests" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "id" TEXT NOT NULL,
    "customer_id" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "document" JSONB NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_requests_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "settings" (
    "shop_id" INTEGER NOT NULL DEFAULT app.shop_id(),
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" TEXT,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("shop_id","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "shops_domain_key" ON "platform"."shops"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "shops_shopify_id_key" ON "platform"."shops"("shopify_id");

-- CreateIndex
CREATE INDEX "sessions_shop_idx" ON "platform"."sessions"("shop");

-- CreateIndex
CREATE INDEX "customer_contacts_shop_id_kind_value_idx" ON "customer_contacts"("shop_id", "kind", "value");

-- CreateIndex
CREATE INDEX "orders_shop_id_name_idx" ON "orders"("shop_id", "name");

-- CreateIndex
CREATE INDEX "orders_shop_id_processed_at_id_idx" ON "orders"("shop_id", "processed_at" DESC, "id");

-- CreateIndex
CREATE INDEX "orders_shop_id_customer_id_idx" ON "orders"("shop_id", "customer_id");

-- CreateIndex
CREATE INDEX "order_lines_shop_id_order_id_idx" ON "order_lines"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "fulfillments_shop_id_order_id_idx" ON "fulfillments"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "shipments_shop_id_order_id_idx" ON "shipments"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "shipments_shop_id_number_idx" ON "shipments"("shop_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "shipments_shop_id_fulfillment_id_number_key" ON "shipments"("shop_id", "fulfillment_id", "number");

-- CreateIndex
CREATE INDEX "checkpoints_shop_id_fulfillment_id_happened_at_idx" ON "checkpoints"("shop_id", "fulfillment_id", "happened_at");

-- CreateIndex
CREATE INDEX "refunds_shop_id_order_id_idx" ON "refunds"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "refund_lines_shop_id_refund_id_idx" ON "refund_lines"("shop_id", "refund_id");

-- CreateIndex
CREATE INDEX "journal_shop_id_order_id_happened_at_idx" ON "journal"("shop_id", "order_id", "happened_at");

-- CreateIndex
CREATE UNIQUE INDEX "journal_shop_id_dedupe_key_key" ON "journal"("shop_id", "dedupe_key");

-- CreateIndex
CREATE INDEX "outbox_shop_id_order_id_idx" ON "outbox"("shop_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_shop_id_dedupe_key_key" ON "outbox"("shop_id", "dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_receipts_shop_id_webhook_id_key" ON "webhook_receipts"("shop_id", "webhook_id");



-- ---------------------------------------------------------------- what belongs to what, within one shop

ALTER TABLE customer_contacts ADD FOREIGN KEY (shop_id, customer_id) REFERENCES customers ON DELETE CASCADE;
ALTER TABLE orders ADD FOREIGN KEY (shop_id, customer_id) REFERENCES customers;
ALTER TABLE order_lines ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;
ALTER TABLE fulfillments ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;
ALTER TABLE fulfillment_lines ADD FOREIGN KEY (shop_id, fulfillment_id) REFERENCES fulfillments ON DELETE CASCADE;
ALTER TABLE fulfillment_lines ADD FOREIGN KEY (shop_id, order_line_id) REFERENCES order_lines ON DELETE CASCADE;
ALTER TABLE shipments ADD FOREIGN KEY (shop_id, fulfillment_id) REFERENCES fulfillments ON DELETE CASCADE;
ALTER TABLE checkpoints ADD FOREIGN KEY (shop_id, fulfillment_id) REFERENCES fulfillments ON DELETE CASCADE;
ALTER TABLE checkpoints ADD FOREIGN KEY (shop_id, shipment_id) REFERENCES shipments;
ALTER TABLE refunds ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders ON DELETE CASCADE;
ALTER TABLE refund_lines ADD FOREIGN KEY (shop_id, refund_id) REFERENCES refunds ON DELETE CASCADE;
-- The journal names orders and customers without a key on them: it is only ever written beside them, and a check per line would
-- cost more than the line.
ALTER TABLE outbox ADD FOREIGN KEY (shop_id, order_id) REFERENCES orders;
ALTER TABLE outbox ADD FOREIGN KEY (shop_id, customer_id) REFERENCES customers;

-- ---------------------------------------------------------------- who may see what

-- Puts a table behind the shop wall: forced row-level security, rights for the tenant role, gone with the shop.
CREATE FUNCTION app.protect(target regclass) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  -- Keys come before the wall: checking one reads the table without a shop.
  EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I FOREIGN KEY (shop_id) REFERENCES platform.shops (id)', target, 'of_a_shop_' || replace(target::text, '.', '_'));
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  -- The sub-select is evaluated once a statement, not once a row.
  EXECUTE format('CREATE POLICY one_shop ON %s USING (shop_id = (SELECT app.shop_id())) WITH CHECK (shop_id = (SELECT app.shop_id()))', target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO aftercare_app', target);
END $$;

SELECT app.protect(name::regclass) FROM unnest(ARRAY[
  'customers', 'customer_contacts', 'orders', 'order_lines', 'fulfillments', 'fulfillment_lines', 'shipments',
  'checkpoints', 'refunds', 'refund_lines', 'journal', 'outbox', 'webhook_receipts', 'imports', 'sync_cursors',
  'data_requests', 'settings'
]) AS name;

GRANT USAGE ON SCHEMA public, app TO aftercare_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO aftercare_app;

-- ---------------------------------------------------------------- finding things

CREATE INDEX orders_search ON orders USING gin (search);
CREATE INDEX orders_stale ON orders (shop_id, stale_since) WHERE stale_since IS NOT NULL;
CREATE INDEX webhook_receipts_pending ON webhook_receipts (shop_id, id) WHERE state = 'pending';
CREATE INDEX outbox_waiting ON outbox (shop_id, send_after) WHERE state IN ('queued', 'sending');

-- ---------------------------------------------------------------- the journal is only ever added to

CREATE FUNCTION app.journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

REVOKE UPDATE, DELETE ON journal FROM aftercare_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON journal FOR EACH ROW
  WHEN (current_setting('app.journal_redaction', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION app.journal_is_append_only();

-- The one way a line changes: personal keys are blanked, the line stays.
CREATE FUNCTION app.redact_journal(of_customer text, of_orders text[], personal_keys text[]) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  touched integer;
BEGIN
  PERFORM set_config('app.journal_redaction', 'on', true);
  UPDATE journal SET data = data - personal_keys, actor = CASE WHEN source = 'customer' THEN NULL ELSE actor END
   WHERE shop_id = app.shop_id() AND (customer_id = of_customer OR order_id = ANY (of_orders));
  GET DIAGNOSTICS touched = ROW_COUNT;
  PERFORM set_config('app.journal_redaction', 'off', true);
  RETURN touched;
END $$;

-- Removes a shop with everything it owns (shop/redact). The shop in question is the one that is set.
CREATE FUNCTION app.erase_shop() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  erased integer := app.shop_id();
  tenant regclass;
BEGIN
  PERFORM set_config('app.journal_redaction', 'on', true);
  DELETE FROM journal; DELETE FROM outbox; DELETE FROM orders; DELETE FROM customers;
  FOR tenant IN
    SELECT c.oid::regclass FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'shop_id'
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  LOOP
    EXECUTE format('DELETE FROM %s WHERE shop_id = $1', tenant) USING erased;
  END LOOP;
  PERFORM set_config('app.journal_redaction', 'off', true);
  DELETE FROM platform.sessions WHERE sessions.shop = (SELECT domain FROM platform.shops WHERE id = erased);
  DELETE FROM platform.admin_api_buckets WHERE shop_id = erased;
  DELETE FROM platform.shops WHERE id = erased;
END $$;

-- ---------------------------------------------------------------- jobs, written with what they are about

-- The tenant role may add jobs for its own shop and see none; the shop is stamped here, not by the caller.
CREATE FUNCTION app.add_job(task text, payload json, queue text, run_at timestamptz, max_attempts integer, job_key text, job_key_mode text)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    task,
    json_build_object('shopId', app.shop_id(), 'data', payload),
    queue_name => queue,
    run_at => run_at,
    max_attempts => max_attempts,
    job_key => app.shop_id() || ':' || job_key,
    job_key_mode => coalesce(job_key_mode, 'replace'));
END $$;

CREATE FUNCTION app.remove_job(job_key text)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.remove_job(app.shop_id() || ':' || job_key);
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.shop_id(), app.redact_journal(text, text[], text[]), app.erase_shop(),
  app.add_job(text, json, text, timestamptz, integer, text, text), app.remove_job(text) TO aftercare_app;

-- An index that starts with the shop fits every key check ("shop and id") as well as the primary key does, as long as the
-- tables are small; Postgres then keeps that plan and reads a whole shop for each row. These start with what they are for.

DROP INDEX "orders_shop_id_name_idx";
DROP INDEX "orders_shop_id_customer_id_idx";
DROP INDEX "order_lines_shop_id_order_id_idx";
DROP INDEX "fulfillments_shop_id_order_id_idx";
DROP INDEX "shipments_shop_id_order_id_idx";
DROP INDEX "shipments_shop_id_number_idx";
DROP INDEX "checkpoints_shop_id_fulfillment_id_happened_at_idx";
DROP INDEX "refunds_shop_id_order_id_idx";
DROP INDEX "refund_lines_shop_id_refund_id_idx";

-- CreateIndex
CREATE INDEX "orders_name_shop_id_idx" ON "orders"("name", "shop_id");

-- CreateIndex
CREATE INDEX "orders_customer_id_shop_id_idx" ON "orders"("customer_id", "shop_id");

-- CreateIndex
CREATE INDEX "order_lines_order_id_shop_id_idx" ON "order_lines"("order_id", "shop_id");

-- CreateIndex
CREATE INDEX "fulfillments_order_id_shop_id_idx" ON "fulfillments"("order_id", "shop_id");

-- CreateIndex
CREATE INDEX "shipments_order_id_shop_id_idx" ON "shipments"("order_id", "shop_id");

-- CreateIndex
CREATE INDEX "shipments_number_shop_id_idx" ON "shipments"("number", "shop_id");

-- CreateIndex
CREATE INDEX "checkpoints_fulfillment_id_shop_id_idx" ON "checkpoints"("fulfillment_id", "shop_id");

-- CreateIndex
CREATE INDEX "refunds_order_id_shop_id_idx" ON "refunds"("order_id", "shop_id");

-- CreateIndex
CREATE INDEX "refund_lines_refund_id_shop_id_idx" ON "refund_lines"("refund_id", "shop_id");

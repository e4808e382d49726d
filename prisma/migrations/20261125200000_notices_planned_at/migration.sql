-- When a fact was first heard of: what is heard together is told together.
ALTER TABLE "notices" ADD COLUMN "planned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "statement" DROP COLUMN "attempt",
DROP COLUMN "booked",
DROP COLUMN "drafted_at",
DROP COLUMN "inputs",
DROP COLUMN "proposed_at",
DROP COLUMN "reading_set",
ALTER COLUMN "marks" SET DEFAULT '{}';

-- CreateTable
CREATE TABLE "statement_draft" (
    "system_id" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "figures" JSONB NOT NULL,
    "booked" JSONB NOT NULL,
    "offsets" JSONB NOT NULL,
    "marks" JSONB NOT NULL,
    "reading_set" JSONB NOT NULL,
    "inputs" JSONB NOT NULL,
    "drafted_at" BIGINT NOT NULL,
    "proposed_at" BIGINT,

    CONSTRAINT "statement_draft_pkey" PRIMARY KEY ("system_id","index")
);

-- AlterTable
ALTER TABLE "statement" ADD COLUMN     "exported_correction_wh" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "generated_correction_wh" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "bill" ADD COLUMN     "adjustment_milli" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "credited_price_stroops" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "credited_wh" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "party_standing" (
    "system_id" INTEGER NOT NULL,
    "party_index" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "arrears_stroops" BIGINT NOT NULL,
    "since_at" BIGINT,
    "oldest_due_at" BIGINT,
    "next_at" BIGINT,
    "suspended" BOOLEAN NOT NULL,
    "mode" TEXT NOT NULL,
    "mode_since_at" BIGINT,
    "critical_floor_w" BIGINT NOT NULL,
    "announced" TEXT NOT NULL DEFAULT 'Current',
    "read_at" BIGINT NOT NULL,
    "outdated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "party_standing_pkey" PRIMARY KEY ("system_id","party_index")
);

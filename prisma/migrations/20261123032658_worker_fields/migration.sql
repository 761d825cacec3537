-- AlterTable
ALTER TABLE "statement" ADD COLUMN     "marks" JSONB NOT NULL,
ADD COLUMN     "tx_hash" TEXT;

-- AlterTable
ALTER TABLE "bill" ADD COLUMN     "paying_outbox" BIGINT;

-- AlterTable
ALTER TABLE "coupon" ADD COLUMN     "proposed_at" BIGINT;

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "lane" TEXT NOT NULL,
ADD COLUMN     "past_hashes" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "retry_at" BIGINT;

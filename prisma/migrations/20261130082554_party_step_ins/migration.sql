-- AlterTable
ALTER TABLE "party" ADD COLUMN     "step_ins" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "stepped_in" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "transaction_fact" (
    "tx_hash" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "transaction_fact_pkey" PRIMARY KEY ("tx_hash")
);

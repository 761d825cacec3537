-- DropIndex
DROP INDEX "payment_tx_hash_operation_index_key";

-- DropIndex
DROP INDEX "collection_tx_hash_key";

-- AlterTable
ALTER TABLE "bill" ADD COLUMN     "settled_stroops" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "followed" DROP CONSTRAINT "followed_pkey",
ADD COLUMN     "account" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "last_event_ledger" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "refreshed_ledger" INTEGER NOT NULL DEFAULT 0,
ADD CONSTRAINT "followed_pkey" PRIMARY KEY ("contract_id", "account");

-- CreateTable
CREATE TABLE "claimable_balance" (
    "id" TEXT NOT NULL,
    "asset" TEXT NOT NULL,
    "claimant" TEXT,
    "stroops" BIGINT NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,

    CONSTRAINT "claimable_balance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pool_share" (
    "asset" TEXT NOT NULL,
    "pool_id" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,
    "application_order" INTEGER NOT NULL,
    "shares" BIGINT NOT NULL,

    CONSTRAINT "pool_share_pkey" PRIMARY KEY ("asset","pool_id","holder","ledger","application_order")
);

-- CreateTable
CREATE TABLE "tariff_price" (
    "contract_id" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "effective_at" BIGINT NOT NULL,
    "price_stroops" BIGINT NOT NULL,
    "feeder" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL,
    "components" JSONB,
    "tx_hash" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "tariff_price_pkey" PRIMARY KEY ("contract_id","symbol","effective_at","tx_hash")
);

-- CreateIndex
CREATE INDEX "claimable_balance_asset_ledger_idx" ON "claimable_balance"("asset", "ledger");

-- CreateIndex
CREATE INDEX "payment_tx_hash_operation_index_idx" ON "payment"("tx_hash", "operation_index");

-- CreateIndex
CREATE INDEX "collection_tx_hash_idx" ON "collection"("tx_hash");

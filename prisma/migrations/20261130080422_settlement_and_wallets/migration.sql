-- DropIndex
DROP INDEX "payment_bill_number_idx";

-- AlterTable
ALTER TABLE "statement" ADD COLUMN     "attempt" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "booked" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "drafted_at" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "inputs" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "proposed_at" BIGINT,
ADD COLUMN     "reading_set" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "bill" DROP CONSTRAINT "bill_pkey",
ADD COLUMN     "id" BIGSERIAL NOT NULL,
ADD COLUMN     "pay_rounds" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "pay_tried_at" BIGINT,
ADD CONSTRAINT "bill_pkey" PRIMARY KEY ("system_id", "number");

-- CreateTable
CREATE TABLE "statement_vote" (
    "system_id" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "oracle" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "at" BIGINT NOT NULL,
    "tx_hash" TEXT,

    CONSTRAINT "statement_vote_pkey" PRIMARY KEY ("system_id","index","attempt","oracle")
);

-- CreateTable
CREATE TABLE "late_reading" (
    "meter_id" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "received_at" BIGINT NOT NULL,
    "statement_index" INTEGER,

    CONSTRAINT "late_reading_pkey" PRIMARY KEY ("meter_id","epoch","seq")
);

-- CreateTable
CREATE TABLE "reading_edit" (
    "id" BIGSERIAL NOT NULL,
    "meter_id" INTEGER NOT NULL,
    "grade" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "seq" BIGINT,
    "at" BIGINT NOT NULL,
    "generated_wh" BIGINT NOT NULL DEFAULT 0,
    "consumed_wh" BIGINT NOT NULL DEFAULT 0,
    "exported_wh" BIGINT NOT NULL DEFAULT 0,
    "decision_id" BIGINT NOT NULL,
    "decided_at" BIGINT NOT NULL,

    CONSTRAINT "reading_edit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meter_epoch" (
    "meter_id" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "opened_at" BIGINT NOT NULL,
    "wraps_at_wh" BIGINT,
    "decision_id" BIGINT NOT NULL,

    CONSTRAINT "meter_epoch_pkey" PRIMARY KEY ("meter_id","epoch")
);

-- CreateTable
CREATE TABLE "true_up" (
    "id" BIGSERIAL NOT NULL,
    "system_id" INTEGER NOT NULL,
    "statement_index" INTEGER NOT NULL,
    "provisional_price_stroops" BIGINT NOT NULL,
    "price_stroops" BIGINT NOT NULL,
    "adjustments_milli" JSONB NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,

    CONSTRAINT "true_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prepaid_wallet" (
    "system_id" INTEGER NOT NULL,
    "party_index" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "user_key" TEXT NOT NULL,
    "autopay_key" TEXT NOT NULL DEFAULT 'autopay',
    "float_stroops" BIGINT NOT NULL DEFAULT 0,
    "armed" BOOLEAN NOT NULL DEFAULT false,
    "balances" JSONB NOT NULL DEFAULT '{}',
    "worth_stroops" BIGINT NOT NULL DEFAULT 0,
    "next_bill_stroops" BIGINT NOT NULL DEFAULT 0,
    "low" BOOLEAN NOT NULL DEFAULT false,
    "read_at" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "prepaid_wallet_pkey" PRIMARY KEY ("system_id","party_index")
);

-- CreateTable
CREATE TABLE "wallet_allowance" (
    "wallet" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "spender" TEXT NOT NULL,
    "amount_stroops" BIGINT NOT NULL,
    "expires_ledger" INTEGER NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,

    CONSTRAINT "wallet_allowance_pkey" PRIMARY KEY ("wallet","contract_id","spender")
);

-- CreateTable
CREATE TABLE "orphan_payment" (
    "id" BIGSERIAL NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "operation_index" INTEGER NOT NULL,
    "event_index" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "system_id" INTEGER,
    "party_index" INTEGER,
    "sender" TEXT,
    "asset" TEXT NOT NULL,
    "amount_stroops" BIGINT NOT NULL,
    "said_number" BIGINT,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "outbox_id" BIGINT,
    "resolved_tx" TEXT,
    "ledger" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "orphan_payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "autopay_signature" (
    "system_id" INTEGER NOT NULL,
    "bill_number" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "signed_at" BIGINT NOT NULL,

    CONSTRAINT "autopay_signature_pkey" PRIMARY KEY ("system_id","bill_number","hash")
);

-- CreateIndex
CREATE INDEX "late_reading_meter_id_statement_index_idx" ON "late_reading"("meter_id", "statement_index");

-- CreateIndex
CREATE INDEX "reading_edit_meter_id_at_idx" ON "reading_edit"("meter_id", "at");

-- CreateIndex
CREATE INDEX "reading_edit_meter_id_epoch_seq_idx" ON "reading_edit"("meter_id", "epoch", "seq");

-- CreateIndex
CREATE INDEX "true_up_system_id_statement_index_idx" ON "true_up"("system_id", "statement_index");

-- CreateIndex
CREATE UNIQUE INDEX "true_up_tx_hash_system_id_statement_index_key" ON "true_up"("tx_hash", "system_id", "statement_index");

-- CreateIndex
CREATE INDEX "prepaid_wallet_address_idx" ON "prepaid_wallet"("address");

-- CreateIndex
CREATE INDEX "orphan_payment_status_id_idx" ON "orphan_payment"("status", "id");

-- CreateIndex
CREATE INDEX "orphan_payment_account_idx" ON "orphan_payment"("account");

-- CreateIndex
CREATE UNIQUE INDEX "orphan_payment_tx_hash_operation_index_event_index_key" ON "orphan_payment"("tx_hash", "operation_index", "event_index");

-- CreateIndex
CREATE INDEX "autopay_signature_expires_at_idx" ON "autopay_signature"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "bill_id_key" ON "bill"("id");

-- CreateIndex
CREATE INDEX "bill_paying_outbox_idx" ON "bill"("paying_outbox");

-- CreateIndex
CREATE INDEX "payment_system_id_bill_number_idx" ON "payment"("system_id", "bill_number");

-- What was counted over the outbox until now.
UPDATE "bill" SET "pay_rounds" = t.rounds, "pay_tried_at" = t.tried
FROM (SELECT b.system_id, b.number, count(*)::int AS rounds, max(o.created_at) AS tried
      FROM "outbox" o JOIN "offering" f ON f.id = (o.payload->>'offeringId')::int
      JOIN "bill" b ON b.system_id = f.system_id AND o.payload->'numbers' ? b.number::text
      WHERE o.kind = 'pay.bills' GROUP BY b.system_id, b.number) t
WHERE "bill".system_id = t.system_id AND "bill".number = t.number;

-- A wallet that stands with its party is known from the start.
INSERT INTO "prepaid_wallet" ("system_id", "party_index", "address", "user_key")
SELECT system_id, index, wallet, wallet FROM "party" WHERE wallet <> '';

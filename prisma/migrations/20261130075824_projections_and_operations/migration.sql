-- AlterTable
ALTER TABLE "offering" ADD COLUMN     "chain_terms" JSONB,
ADD COLUMN     "draft_id" INTEGER,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'Bond',
ADD COLUMN     "ledger" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "minted_stroops" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "outstanding_stroops" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "principal" TEXT NOT NULL DEFAULT 'SinkingFund',
ADD COLUMN     "roles" JSONB,
ADD COLUMN     "tender_contract" TEXT;

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "at" BIGINT;

-- AlterTable
ALTER TABLE "collection" ADD COLUMN     "at" BIGINT;

-- AlterTable
ALTER TABLE "coupon" ADD COLUMN     "attested_by" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "besides_stroops" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "paid_stroops" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "proposals" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "voided_tx" TEXT;

-- AlterTable
ALTER TABLE "redemption" ADD COLUMN     "at" BIGINT;

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "bid_stroops" BIGINT,
ADD COLUMN     "fee_stroops" BIGINT;

-- AlterTable
ALTER TABLE "channel_account" ADD COLUMN     "created_at" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "retiring" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "job" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "last_error" TEXT;

-- CreateTable
CREATE TABLE "alarm" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "severity" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "offering_id" INTEGER,
    "system_id" INTEGER,
    "party_index" INTEGER,
    "meter_id" INTEGER,
    "occurrences" INTEGER NOT NULL DEFAULT 1,
    "raised_at" BIGINT NOT NULL,
    "last_raised_at" BIGINT NOT NULL,
    "cleared_at" BIGINT,
    "acknowledged_by" TEXT,
    "acknowledged_at" BIGINT,
    "note" TEXT,

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chain_event" (
    "tx_hash" TEXT NOT NULL,
    "operation_index" INTEGER NOT NULL,
    "event_index" INTEGER NOT NULL,
    "ledger" INTEGER NOT NULL,
    "application_order" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "topics_xdr" JSONB NOT NULL,
    "value_xdr" TEXT NOT NULL,

    CONSTRAINT "chain_event_pkey" PRIMARY KEY ("tx_hash","operation_index","event_index")
);

-- CreateTable
CREATE TABLE "followed" (
    "contract_id" TEXT NOT NULL,
    "contract" TEXT NOT NULL,
    "asset" TEXT,
    "offering_id" INTEGER,
    "system_id" INTEGER,
    "since_ledger" INTEGER NOT NULL,
    "through_ledger" INTEGER NOT NULL,

    CONSTRAINT "followed_pkey" PRIMARY KEY ("contract_id")
);

-- CreateTable
CREATE TABLE "offering_event" (
    "offering_id" INTEGER NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "operation_index" INTEGER NOT NULL,
    "event_index" INTEGER NOT NULL,
    "ledger" INTEGER NOT NULL,
    "application_order" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT,
    "data" JSONB NOT NULL,

    CONSTRAINT "offering_event_pkey" PRIMARY KEY ("offering_id","tx_hash","operation_index","event_index")
);

-- CreateTable
CREATE TABLE "bucket" (
    "offering_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "stroops" BIGINT NOT NULL,
    "ledger" INTEGER NOT NULL,

    CONSTRAINT "bucket_pkey" PRIMARY KEY ("offering_id","name")
);

-- CreateTable
CREATE TABLE "ownership" (
    "offering_id" INTEGER NOT NULL,
    "system_id" INTEGER NOT NULL,
    "party_index" INTEGER NOT NULL,
    "owner" TEXT NOT NULL,
    "portion_bps" INTEGER NOT NULL,
    "owned_bps" INTEGER NOT NULL,
    "account_stroops" BIGINT NOT NULL,
    "filled_stroops" BIGINT NOT NULL,
    "own_stroops" BIGINT NOT NULL,
    "credit_stroops" BIGINT NOT NULL,
    "loans" JSONB NOT NULL DEFAULT '[]',
    "ledger" INTEGER NOT NULL,

    CONSTRAINT "ownership_pkey" PRIMARY KEY ("offering_id","party_index")
);

-- CreateTable
CREATE TABLE "asset_movement" (
    "tx_hash" TEXT NOT NULL,
    "operation_index" INTEGER NOT NULL,
    "event_index" INTEGER NOT NULL,
    "asset" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,
    "application_order" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "from_address" TEXT,
    "to_address" TEXT,
    "stroops" BIGINT NOT NULL,

    CONSTRAINT "asset_movement_pkey" PRIMARY KEY ("tx_hash","operation_index","event_index")
);

-- CreateTable
CREATE TABLE "bond_trade" (
    "tx_hash" TEXT NOT NULL,
    "operation_index" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "offering_id" INTEGER NOT NULL,
    "seller" TEXT NOT NULL,
    "buyer" TEXT NOT NULL,
    "bond_stroops" BIGINT NOT NULL,
    "paid_asset" TEXT NOT NULL,
    "paid_stroops" BIGINT NOT NULL,
    "ledger" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "bond_trade_pkey" PRIMARY KEY ("tx_hash","operation_index","index")
);

-- CreateTable
CREATE TABLE "holding" (
    "asset" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "place_id" TEXT NOT NULL DEFAULT '',
    "stroops" BIGINT NOT NULL,
    "offered_stroops" BIGINT NOT NULL DEFAULT 0,
    "ledger" INTEGER NOT NULL,

    CONSTRAINT "holding_pkey" PRIMARY KEY ("asset","holder","place","place_id")
);

-- CreateTable
CREATE TABLE "investment" (
    "tx_hash" TEXT NOT NULL,
    "operation_index" INTEGER NOT NULL,
    "event_index" INTEGER NOT NULL,
    "offering_id" INTEGER NOT NULL,
    "investor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bond_stroops" BIGINT NOT NULL,
    "paid_stroops" BIGINT NOT NULL,
    "ledger" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "investment_pkey" PRIMARY KEY ("tx_hash","operation_index","event_index")
);

-- CreateTable
CREATE TABLE "coupon_payment" (
    "tx_hash" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "offering_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "stroops" BIGINT NOT NULL,
    "ledger" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "coupon_payment_pkey" PRIMARY KEY ("tx_hash","offering_id","number","index")
);

-- CreateTable
CREATE TABLE "tender" (
    "offering_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "contract_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "documents_hash" TEXT NOT NULL,
    "settlement" TEXT NOT NULL,
    "winner" TEXT,
    "approved_bidder" TEXT,
    "price_stroops" BIGINT NOT NULL DEFAULT 0,
    "award_by" BIGINT,
    "accept_by" BIGINT,
    "accepted_at" BIGINT,
    "test_from" BIGINT,
    "test_from_wh" BIGINT,
    "ended_at" BIGINT,
    "opened_at" BIGINT NOT NULL,
    "opened_tx" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,

    CONSTRAINT "tender_pkey" PRIMARY KEY ("offering_id","number")
);

-- CreateTable
CREATE TABLE "bid" (
    "offering_id" INTEGER NOT NULL,
    "tender_number" INTEGER NOT NULL,
    "bidder" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "proposal_hash" TEXT NOT NULL,
    "bond_stroops" BIGINT NOT NULL,
    "amount_stroops" BIGINT,
    "quality_bps" INTEGER NOT NULL DEFAULT 0,
    "standing" TEXT NOT NULL,
    "committed_at" BIGINT NOT NULL,
    "committed_tx" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,

    CONSTRAINT "bid_pkey" PRIMARY KEY ("offering_id","tender_number","bidder")
);

-- CreateTable
CREATE TABLE "milestone" (
    "offering_id" INTEGER NOT NULL,
    "tender_number" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "required_evidence" TEXT NOT NULL,
    "share_bps" INTEGER,
    "is_retention" BOOLEAN NOT NULL DEFAULT false,
    "amount_stroops" BIGINT NOT NULL,
    "paid_stroops" BIGINT NOT NULL DEFAULT 0,
    "progress" TEXT NOT NULL,
    "due_at" BIGINT,
    "evidence" TEXT,
    "submitted_at" BIGINT,
    "rejections" INTEGER NOT NULL DEFAULT 0,
    "payable_at" BIGINT,
    "disputed_by" TEXT,
    "decide_by" BIGINT,
    "paid_tx" TEXT,
    "ledger" INTEGER NOT NULL,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("offering_id","tender_number","index")
);

-- CreateTable
CREATE TABLE "certificate_account" (
    "system_id" INTEGER NOT NULL,
    "contract_id" TEXT NOT NULL,
    "rec_asset" TEXT NOT NULL,
    "carbon_asset" TEXT NOT NULL,
    "start_wh" BIGINT NOT NULL,
    "counted_wh" BIGINT NOT NULL,
    "counted_to" BIGINT NOT NULL,
    "carry_wh" BIGINT NOT NULL,
    "rec_mwh" BIGINT NOT NULL,
    "carbon_mwh" BIGINT NOT NULL,
    "retained_mwh" BIGINT NOT NULL,
    "policy" JSONB NOT NULL,
    "announced" JSONB,
    "totals" JSONB NOT NULL DEFAULT '{}',
    "ledger" INTEGER NOT NULL,

    CONSTRAINT "certificate_account_pkey" PRIMARY KEY ("system_id")
);

-- CreateTable
CREATE TABLE "certificate_mint" (
    "system_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "from_at" BIGINT NOT NULL,
    "to_at" BIGINT NOT NULL,
    "new_wh" BIGINT NOT NULL,
    "mwh" BIGINT NOT NULL,
    "units" BIGINT NOT NULL,
    "carry_wh" BIGINT NOT NULL,
    "factor" INTEGER NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "certificate_mint_pkey" PRIMARY KEY ("system_id","tx_hash","kind")
);

-- CreateTable
CREATE TABLE "certificate_retirement" (
    "contract_id" TEXT NOT NULL,
    "number" BIGINT NOT NULL,
    "system_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "units" BIGINT NOT NULL,
    "beneficiary" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "certificate_retirement_pkey" PRIMARY KEY ("contract_id","number")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" SERIAL NOT NULL,
    "owner" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "body" JSONB NOT NULL,
    "steps" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "bond_issuer" TEXT,
    "offering_contract" TEXT,
    "tender_contract" TEXT,
    "system_id" INTEGER,
    "offering_id" INTEGER,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "hash" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'other',
    "offering_id" INTEGER,
    "draft_id" INTEGER,
    "bytes" BYTEA,
    "path" TEXT,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" SERIAL NOT NULL,
    "owner" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" JSONB NOT NULL DEFAULT '[]',
    "secret_ciphertext" BYTEA NOT NULL,
    "secret_nonce" BYTEA NOT NULL,
    "created_at" BIGINT NOT NULL,
    "disabled_at" BIGINT,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" BIGSERIAL NOT NULL,
    "webhook_id" INTEGER NOT NULL,
    "event_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" BIGINT NOT NULL,
    "last_status" INTEGER,
    "last_error" TEXT,
    "created_at" BIGINT NOT NULL,
    "delivered_at" BIGINT,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operator_decision" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "offering_id" INTEGER,
    "system_id" INTEGER,
    "party_index" INTEGER,
    "meter_id" INTEGER,
    "decided_by" TEXT NOT NULL,
    "decided_at" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "applied_at" BIGINT,
    "result" JSONB,

    CONSTRAINT "operator_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tracked_transaction" (
    "hash" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "actor" TEXT,
    "params" JSONB NOT NULL,
    "envelope_xdr" TEXT NOT NULL,
    "signed_xdr" TEXT,
    "outer_hash" TEXT,
    "fee_stroops" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'built',
    "ledger" INTEGER,
    "at" BIGINT,
    "code" TEXT,
    "operation_codes" JSONB,
    "return_value" JSONB,
    "draft_id" INTEGER,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,

    CONSTRAINT "tracked_transaction_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "reconciliation" (
    "id" BIGSERIAL NOT NULL,
    "offering_id" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "ledger" INTEGER NOT NULL,
    "difference_stroops" BIGINT NOT NULL,
    "compared" INTEGER NOT NULL,
    "findings" JSONB NOT NULL,

    CONSTRAINT "reconciliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_lifetime" (
    "key_xdr" TEXT NOT NULL,
    "contract_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "live_until_ledger" INTEGER NOT NULL,
    "seen_at_ledger" INTEGER NOT NULL,

    CONSTRAINT "entry_lifetime_pkey" PRIMARY KEY ("key_xdr")
);

-- CreateIndex
CREATE INDEX "alarm_kind_subject_idx" ON "alarm"("kind", "subject");

-- CreateIndex
CREATE INDEX "alarm_severity_id_idx" ON "alarm"("severity", "id");

-- CreateIndex
CREATE INDEX "chain_event_contract_id_ledger_application_order_idx" ON "chain_event"("contract_id", "ledger", "application_order");

-- CreateIndex
CREATE INDEX "chain_event_ledger_application_order_idx" ON "chain_event"("ledger", "application_order");

-- CreateIndex
CREATE INDEX "offering_event_offering_id_ledger_application_order_idx" ON "offering_event"("offering_id", "ledger", "application_order");

-- CreateIndex
CREATE INDEX "asset_movement_asset_ledger_idx" ON "asset_movement"("asset", "ledger");

-- CreateIndex
CREATE INDEX "asset_movement_asset_from_address_idx" ON "asset_movement"("asset", "from_address");

-- CreateIndex
CREATE INDEX "asset_movement_asset_to_address_idx" ON "asset_movement"("asset", "to_address");

-- CreateIndex
CREATE INDEX "bond_trade_offering_id_ledger_idx" ON "bond_trade"("offering_id", "ledger");

-- CreateIndex
CREATE INDEX "bond_trade_seller_idx" ON "bond_trade"("seller");

-- CreateIndex
CREATE INDEX "bond_trade_buyer_idx" ON "bond_trade"("buyer");

-- CreateIndex
CREATE INDEX "holding_holder_idx" ON "holding"("holder");

-- CreateIndex
CREATE INDEX "investment_offering_id_ledger_idx" ON "investment"("offering_id", "ledger");

-- CreateIndex
CREATE INDEX "investment_investor_idx" ON "investment"("investor");

-- CreateIndex
CREATE INDEX "coupon_payment_holder_idx" ON "coupon_payment"("holder");

-- CreateIndex
CREATE INDEX "coupon_payment_offering_id_number_idx" ON "coupon_payment"("offering_id", "number");

-- CreateIndex
CREATE INDEX "bid_bidder_idx" ON "bid"("bidder");

-- CreateIndex
CREATE INDEX "certificate_mint_system_id_to_at_idx" ON "certificate_mint"("system_id", "to_at");

-- CreateIndex
CREATE INDEX "certificate_retirement_system_id_kind_idx" ON "certificate_retirement"("system_id", "kind");

-- CreateIndex
CREATE INDEX "certificate_retirement_holder_idx" ON "certificate_retirement"("holder");

-- CreateIndex
CREATE INDEX "draft_owner_id_idx" ON "draft"("owner", "id");

-- CreateIndex
CREATE INDEX "draft_offering_contract_idx" ON "draft"("offering_contract");

-- CreateIndex
CREATE INDEX "document_owner_idx" ON "document"("owner");

-- CreateIndex
CREATE INDEX "document_offering_id_idx" ON "document"("offering_id");

-- CreateIndex
CREATE INDEX "webhook_owner_idx" ON "webhook"("owner");

-- CreateIndex
CREATE INDEX "webhook_delivery_status_next_at_idx" ON "webhook_delivery"("status", "next_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_webhook_id_event_id_key" ON "webhook_delivery"("webhook_id", "event_id");

-- CreateIndex
CREATE INDEX "operator_decision_kind_id_idx" ON "operator_decision"("kind", "id");

-- CreateIndex
CREATE INDEX "operator_decision_subject_idx" ON "operator_decision"("subject");

-- CreateIndex
CREATE INDEX "tracked_transaction_source_created_at_idx" ON "tracked_transaction"("source", "created_at");

-- CreateIndex
CREATE INDEX "tracked_transaction_status_expires_at_idx" ON "tracked_transaction"("status", "expires_at");

-- CreateIndex
CREATE INDEX "reconciliation_offering_id_id_idx" ON "reconciliation"("offering_id", "id");

-- CreateIndex
CREATE INDEX "entry_lifetime_live_until_ledger_idx" ON "entry_lifetime"("live_until_ledger");

-- From here on by hand: what schema.prisma cannot say.

-- One open alarm per kind and subject: raised again, it counts up.
CREATE UNIQUE INDEX "alarm_open_key" ON "alarm"("kind", "subject") WHERE "cleared_at" IS NULL;
CREATE INDEX "alarm_open_idx" ON "alarm"("id") WHERE "cleared_at" IS NULL;

-- What roles ask of the outbox again and again must not grow with its history.
CREATE INDEX "outbox_lane_open_idx" ON "outbox"("lane", "id") WHERE "status" IN ('pending', 'prepared', 'sent');
CREATE INDEX "outbox_kind_offering_idx" ON "outbox"("kind", ((("payload" ->> 'offeringId'))::int), "id");
CREATE INDEX "outbox_key_prefix_idx" ON "outbox"("idempotency_key" text_pattern_ops);
CREATE INDEX "outbox_bill_numbers_idx" ON "outbox" USING gin (("payload" -> 'numbers')) WHERE "kind" = 'pay.bills';
CREATE INDEX "outbox_given_up_idx" ON "outbox"("id") WHERE "status" IN ('dead', 'failed');
CREATE INDEX "bill_paying_idx" ON "bill"("paying_outbox") WHERE "paying_outbox" IS NOT NULL;
CREATE INDEX "webhook_delivery_due_idx" ON "webhook_delivery"("next_at") WHERE "status" = 'pending';
CREATE INDEX "operator_decision_open_idx" ON "operator_decision"("kind", "id") WHERE "applied_at" IS NULL;

-- Laws that no row may break, whoever writes it.
ALTER TABLE "alarm"
  ADD CONSTRAINT "alarm_severity" CHECK ("severity" IN ('info', 'warning', 'critical'));
ALTER TABLE "offering"
  ADD CONSTRAINT "offering_kind" CHECK ("kind" IN ('Bond', 'Equity', 'Donation')),
  ADD CONSTRAINT "offering_principal" CHECK ("principal" IN ('SinkingFund', 'PassThrough')),
  ADD CONSTRAINT "offering_units" CHECK ("outstanding_stroops" BETWEEN 0 AND "minted_stroops");
ALTER TABLE "holding"
  ADD CONSTRAINT "holding_place" CHECK ("place" IN ('account', 'contract', 'claimable', 'pool')),
  ADD CONSTRAINT "holding_amount" CHECK ("stroops" >= 0);
ALTER TABLE "asset_movement"
  ADD CONSTRAINT "asset_movement_kind" CHECK ("kind" IN ('transfer', 'mint', 'burn', 'clawback')),
  ADD CONSTRAINT "asset_movement_amount" CHECK ("stroops" >= 0);
ALTER TABLE "investment"
  ADD CONSTRAINT "investment_kind" CHECK ("kind" IN ('invested', 'refunded'));
ALTER TABLE "document"
  ADD CONSTRAINT "document_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "document_somewhere" CHECK ("bytes" IS NOT NULL OR "path" IS NOT NULL);
ALTER TABLE "draft"
  ADD CONSTRAINT "draft_status" CHECK ("status" IN ('draft', 'launching', 'launched', 'abandoned'));
ALTER TABLE "webhook_delivery"
  ADD CONSTRAINT "webhook_delivery_status" CHECK ("status" IN ('pending', 'delivered', 'failed'));
ALTER TABLE "tracked_transaction"
  ADD CONSTRAINT "tracked_transaction_status" CHECK ("status" IN ('built', 'pending', 'success', 'failed', 'expired'));
ALTER TABLE "reconciliation"
  ADD CONSTRAINT "reconciliation_difference" CHECK ("difference_stroops" >= 0);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "secret" (
    "name" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "nonce" BYTEA NOT NULL,

    CONSTRAINT "secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "offering" (
    "id" SERIAL NOT NULL,
    "contract_id" TEXT NOT NULL,
    "bond_asset" TEXT NOT NULL,
    "settlement_asset" TEXT NOT NULL,
    "system_id" INTEGER NOT NULL,
    "terms" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "call_date" BIGINT,
    "created_at" BIGINT NOT NULL,

    CONSTRAINT "offering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "system" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "capacity_w" INTEGER NOT NULL,
    "offering_contract" TEXT,
    "interval" TEXT NOT NULL DEFAULT 'month',
    "next_from" BIGINT NOT NULL,
    "modelled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "system_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party" (
    "system_id" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "wallet" TEXT NOT NULL,
    "collection" TEXT NOT NULL,
    "portion_bps" INTEGER NOT NULL,
    "owned_bps" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "party_pkey" PRIMARY KEY ("system_id","index")
);

-- CreateTable
CREATE TABLE "meter" (
    "id" INTEGER NOT NULL,
    "system_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "party_index" INTEGER,
    "public_key" BYTEA NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 1,
    "capacity_w" INTEGER NOT NULL,
    "revoked" BOOLEAN NOT NULL DEFAULT false,
    "model_note" TEXT,

    CONSTRAINT "meter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading" (
    "meter_id" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "generated_wh" BIGINT NOT NULL,
    "consumed_wh" BIGINT NOT NULL,
    "exported_wh" BIGINT NOT NULL,
    "power_w" INTEGER,
    "signature" BYTEA NOT NULL,
    "received_at" BIGINT NOT NULL,

    CONSTRAINT "reading_pkey" PRIMARY KEY ("meter_id","epoch","seq","at")
) PARTITION BY RANGE ("at");

-- CreateTable
CREATE TABLE "meter_head" (
    "meter_id" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "generated_wh" BIGINT NOT NULL,
    "consumed_wh" BIGINT NOT NULL,
    "exported_wh" BIGINT NOT NULL,

    CONSTRAINT "meter_head_pkey" PRIMARY KEY ("meter_id")
) WITH (fillfactor = 50);

-- CreateTable
CREATE TABLE "quarantine" (
    "id" BIGSERIAL NOT NULL,
    "meter_id" INTEGER,
    "topic" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "occurrences" INTEGER NOT NULL DEFAULT 1,
    "received_at" BIGINT NOT NULL,
    "last_received_at" BIGINT NOT NULL,
    "released_at" BIGINT,

    CONSTRAINT "quarantine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement" (
    "system_id" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "from_at" BIGINT NOT NULL,
    "to_at" BIGINT NOT NULL,
    "generated_wh" BIGINT NOT NULL,
    "exported_wh" BIGINT NOT NULL,
    "consumed_wh" JSONB NOT NULL,
    "readings_root" BYTEA NOT NULL,
    "readings_count" INTEGER NOT NULL,
    "quality" INTEGER NOT NULL,
    "hash" BYTEA,
    "status" TEXT NOT NULL,
    "outbox_id" BIGINT,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("system_id","index")
);

-- CreateTable
CREATE TABLE "bill" (
    "number" BIGINT NOT NULL,
    "system_id" INTEGER NOT NULL,
    "party_index" INTEGER NOT NULL,
    "statement_index" INTEGER NOT NULL,
    "from_at" BIGINT NOT NULL,
    "to_at" BIGINT NOT NULL,
    "delivered_wh" BIGINT NOT NULL,
    "price_stroops" BIGINT NOT NULL,
    "due_stroops" BIGINT NOT NULL,
    "paid_stroops" BIGINT NOT NULL DEFAULT 0,
    "credit_stroops" BIGINT NOT NULL DEFAULT 0,
    "due_at" BIGINT NOT NULL,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "tx_hash" TEXT NOT NULL,

    CONSTRAINT "bill_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "export_credit" (
    "system_id" INTEGER NOT NULL,
    "statement_index" INTEGER NOT NULL,
    "exported_wh" BIGINT NOT NULL,
    "price_stroops" BIGINT NOT NULL,
    "due_stroops" BIGINT NOT NULL,
    "paid_stroops" BIGINT NOT NULL DEFAULT 0,
    "tx_hash" TEXT,

    CONSTRAINT "export_credit_pkey" PRIMARY KEY ("system_id","statement_index")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" BIGSERIAL NOT NULL,
    "bill_number" BIGINT,
    "system_id" INTEGER NOT NULL,
    "party_index" INTEGER NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "operation_index" INTEGER NOT NULL,
    "send_asset" TEXT NOT NULL,
    "sent_stroops" BIGINT NOT NULL,
    "received_stroops" BIGINT NOT NULL,
    "ledger" INTEGER NOT NULL,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection" (
    "id" BIGSERIAL NOT NULL,
    "offering_id" INTEGER NOT NULL,
    "party_index" INTEGER NOT NULL,
    "pulled_stroops" BIGINT NOT NULL,
    "credit_used_stroops" BIGINT NOT NULL DEFAULT 0,
    "operations_stroops" BIGINT NOT NULL DEFAULT 0,
    "coupon_stroops" BIGINT NOT NULL DEFAULT 0,
    "reserve_stroops" BIGINT NOT NULL DEFAULT 0,
    "renewal_stroops" BIGINT NOT NULL DEFAULT 0,
    "principal_stroops" BIGINT NOT NULL DEFAULT 0,
    "loan_returned_stroops" BIGINT NOT NULL DEFAULT 0,
    "surplus_stroops" BIGINT NOT NULL DEFAULT 0,
    "tx_hash" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coupon" (
    "offering_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "record_at" BIGINT NOT NULL,
    "pay_at" BIGINT NOT NULL,
    "record_ledger" INTEGER,
    "root" BYTEA,
    "total_stroops" BIGINT,
    "unattributed_units" BIGINT NOT NULL DEFAULT 0,
    "snapshot_hash" BYTEA,
    "snapshot" JSONB,
    "leaf_count" INTEGER NOT NULL DEFAULT 0,
    "funded_stroops" BIGINT NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL,
    "propose_tx" TEXT,

    CONSTRAINT "coupon_pkey" PRIMARY KEY ("offering_id","number")
);

-- CreateTable
CREATE TABLE "coupon_leaf" (
    "offering_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "units_stroops" BIGINT NOT NULL,
    "amount_stroops" BIGINT NOT NULL,
    "paid_stroops" BIGINT NOT NULL DEFAULT 0,
    "tx_hash" TEXT,

    CONSTRAINT "coupon_leaf_pkey" PRIMARY KEY ("offering_id","number","index")
);

-- CreateTable
CREATE TABLE "redemption" (
    "id" BIGSERIAL NOT NULL,
    "offering_id" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "bond_stroops" BIGINT NOT NULL,
    "paid_stroops" BIGINT NOT NULL,
    "tx_hash" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,

    CONSTRAINT "redemption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "channel" TEXT,
    "envelope_xdr" TEXT,
    "hash" TEXT,
    "inner_hash" TEXT,
    "expires_at" BIGINT,
    "expires_ledger" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "result" JSONB,
    "ledger" INTEGER,
    "created_at" BIGINT NOT NULL,
    "updated_at" BIGINT NOT NULL,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel_account" (
    "address" TEXT NOT NULL,
    "secret_name" TEXT NOT NULL,
    "locked_by_outbox" BIGINT,

    CONSTRAINT "channel_account_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "job" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "run_at" BIGINT NOT NULL,
    "payload" JSONB NOT NULL,
    "done_at" BIGINT,

    CONSTRAINT "job_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "cursor" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "cursor_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "offering_contract_id_key" ON "offering"("contract_id");

-- CreateIndex
CREATE INDEX "offering_system_id_idx" ON "offering"("system_id");

-- CreateIndex
CREATE INDEX "party_owner_idx" ON "party"("owner");

-- CreateIndex
CREATE INDEX "party_wallet_idx" ON "party"("wallet");

-- CreateIndex
CREATE INDEX "meter_system_id_idx" ON "meter"("system_id");

-- CreateIndex
CREATE INDEX "reading_meter_id_at_idx" ON "reading"("meter_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "quarantine_digest_key" ON "quarantine"("digest");

-- CreateIndex
CREATE INDEX "quarantine_meter_id_id_idx" ON "quarantine"("meter_id", "id");

-- CreateIndex
CREATE INDEX "bill_system_id_party_index_number_idx" ON "bill"("system_id", "party_index", "number");

-- CreateIndex
CREATE INDEX "bill_system_id_statement_index_idx" ON "bill"("system_id", "statement_index");

-- CreateIndex
CREATE INDEX "payment_system_id_party_index_ledger_idx" ON "payment"("system_id", "party_index", "ledger");

-- CreateIndex
CREATE INDEX "payment_bill_number_idx" ON "payment"("bill_number");

-- CreateIndex
CREATE UNIQUE INDEX "payment_tx_hash_operation_index_key" ON "payment"("tx_hash", "operation_index");

-- CreateIndex
CREATE UNIQUE INDEX "collection_tx_hash_key" ON "collection"("tx_hash");

-- CreateIndex
CREATE INDEX "collection_offering_id_id_idx" ON "collection"("offering_id", "id");

-- CreateIndex
CREATE INDEX "coupon_leaf_holder_idx" ON "coupon_leaf"("holder");

-- CreateIndex
CREATE INDEX "redemption_offering_id_holder_idx" ON "redemption"("offering_id", "holder");

-- CreateIndex
CREATE UNIQUE INDEX "redemption_tx_hash_holder_key" ON "redemption"("tx_hash", "holder");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_idempotency_key_key" ON "outbox"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_hash_key" ON "outbox"("hash");

-- CreateIndex
CREATE INDEX "outbox_inner_hash_idx" ON "outbox"("inner_hash");

-- CreateIndex
CREATE UNIQUE INDEX "channel_account_secret_name_key" ON "channel_account"("secret_name");

-- CreateIndex
CREATE UNIQUE INDEX "channel_account_locked_by_outbox_key" ON "channel_account"("locked_by_outbox");

-- From here on by hand: what schema.prisma cannot say.

-- (No semicolon inside a comment or a string: the migration runner splits statements at each.)
-- A collection account belongs to one party, and is empty until the account exists.
CREATE UNIQUE INDEX "party_collection_key" ON "party"("collection") WHERE "collection" <> '';

-- What workers claim with SKIP LOCKED, oldest first: finished rows weigh nothing.
CREATE INDEX "outbox_open_idx" ON "outbox"("status", "id") WHERE "status" IN ('pending', 'prepared', 'sent');
CREATE INDEX "job_due_idx" ON "job"("run_at") WHERE "done_at" IS NULL;
CREATE INDEX "bill_open_idx" ON "bill"("system_id", "party_index", "number") WHERE "paid_stroops" < "due_stroops";
CREATE INDEX "coupon_leaf_open_idx" ON "coupon_leaf"("offering_id", "number", "index") WHERE "paid_stroops" < "amount_stroops";
CREATE INDEX "quarantine_open_idx" ON "quarantine"("id") WHERE "released_at" IS NULL;

-- Laws that no row may break, whoever writes it.
ALTER TABLE "meter"
  ADD CONSTRAINT "meter_kind" CHECK ("kind" IN ('site', 'load', 'combined')),
  ADD CONSTRAINT "meter_public_key" CHECK (octet_length("public_key") = 32);
ALTER TABLE "reading"
  ADD CONSTRAINT "reading_registers" CHECK ("generated_wh" >= 0 AND "consumed_wh" >= 0 AND "exported_wh" >= 0),
  ADD CONSTRAINT "reading_signature" CHECK (octet_length("signature") = 64);
ALTER TABLE "party"
  ADD CONSTRAINT "party_portions" CHECK ("portion_bps" BETWEEN 0 AND 10000 AND "owned_bps" BETWEEN 0 AND 10000);
ALTER TABLE "statement"
  ADD CONSTRAINT "statement_interval" CHECK ("from_at" < "to_at"),
  ADD CONSTRAINT "statement_status" CHECK ("status" IN ('draft', 'proposed', 'final'));
ALTER TABLE "bill"
  ADD CONSTRAINT "bill_amounts" CHECK ("due_stroops" >= 0 AND "paid_stroops" BETWEEN 0 AND "due_stroops");
ALTER TABLE "export_credit"
  ADD CONSTRAINT "export_credit_amounts" CHECK ("due_stroops" >= 0 AND "paid_stroops" BETWEEN 0 AND "due_stroops");
ALTER TABLE "payment"
  ADD CONSTRAINT "payment_amounts" CHECK ("sent_stroops" >= 0 AND "received_stroops" >= 0);
ALTER TABLE "coupon_leaf"
  ADD CONSTRAINT "coupon_leaf_amounts" CHECK ("amount_stroops" >= 0 AND "paid_stroops" BETWEEN 0 AND "amount_stroops");
ALTER TABLE "outbox"
  ADD CONSTRAINT "outbox_status" CHECK ("status" IN ('pending', 'prepared', 'sent', 'succeeded', 'failed', 'dead')),
  -- Written down before it is sent: whatever may be on the network has its hash, envelope and expiry here.
  ADD CONSTRAINT "outbox_written_before_sent" CHECK (
    "status" NOT IN ('prepared', 'sent') OR ("hash" IS NOT NULL AND "envelope_xdr" IS NOT NULL AND "expires_at" IS NOT NULL)
  );
ALTER TABLE "channel_account"
  ADD CONSTRAINT "channel_account_outbox" FOREIGN KEY ("locked_by_outbox") REFERENCES "outbox"("id");

-- CreateTable
CREATE TABLE "donor_snapshot" (
    "root" TEXT NOT NULL,
    "system_id" INTEGER NOT NULL,
    "offering_id" INTEGER NOT NULL,
    "contract_id" TEXT NOT NULL,
    "ledger" INTEGER NOT NULL,
    "closed_at" BIGINT NOT NULL,
    "snapshot_hash" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "leaf_count" INTEGER NOT NULL,
    "units_stroops" BIGINT NOT NULL,
    "unattributed_stroops" BIGINT NOT NULL,

    CONSTRAINT "donor_snapshot_pkey" PRIMARY KEY ("root")
);

-- CreateTable
CREATE TABLE "donor_leaf" (
    "root" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "units_stroops" BIGINT NOT NULL,

    CONSTRAINT "donor_leaf_pkey" PRIMARY KEY ("root","index")
);

-- CreateTable
CREATE TABLE "donor_pot" (
    "system_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "root" TEXT NOT NULL,
    "certified_stroops" BIGINT NOT NULL,

    CONSTRAINT "donor_pot_pkey" PRIMARY KEY ("system_id","kind","root")
);

-- CreateTable
CREATE TABLE "donor_claim" (
    "tx_hash" TEXT NOT NULL,
    "system_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "root" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "stroops" BIGINT NOT NULL,
    "ledger" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "donor_claim_pkey" PRIMARY KEY ("tx_hash","system_id","kind","root","index")
);

-- CreateIndex
CREATE INDEX "donor_snapshot_system_id_idx" ON "donor_snapshot"("system_id");

-- CreateIndex
CREATE UNIQUE INDEX "donor_snapshot_offering_id_contract_id_key" ON "donor_snapshot"("offering_id", "contract_id");

-- CreateIndex
CREATE INDEX "donor_leaf_holder_idx" ON "donor_leaf"("holder");

-- CreateIndex
CREATE INDEX "donor_claim_system_id_kind_root_index_idx" ON "donor_claim"("system_id", "kind", "root", "index");

-- CreateIndex
CREATE INDEX "donor_claim_holder_idx" ON "donor_claim"("holder");

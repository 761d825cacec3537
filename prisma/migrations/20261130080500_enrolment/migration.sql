-- CreateTable
CREATE TABLE "enrolment" (
    "id" SERIAL NOT NULL,
    "system_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "party_index" INTEGER NOT NULL,
    "capacity_w" BIGINT NOT NULL,
    "label" TEXT NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "withdrawn_at" BIGINT,
    "public_key" BYTEA,
    "redeemed_at" BIGINT,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_code_hash_key" ON "enrolment"("code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_public_key_key" ON "enrolment"("public_key");

-- CreateIndex
CREATE INDEX "enrolment_system_id_idx" ON "enrolment"("system_id");

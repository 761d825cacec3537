-- CreateIndex
CREATE INDEX "statement_tx_hash_idx" ON "statement"("tx_hash");

-- CreateIndex
CREATE INDEX "statement_hash_idx" ON "statement"("hash");

-- CreateIndex
CREATE INDEX "statement_readings_root_idx" ON "statement"("readings_root");

-- CreateIndex
CREATE INDEX "bill_tx_hash_idx" ON "bill"("tx_hash");

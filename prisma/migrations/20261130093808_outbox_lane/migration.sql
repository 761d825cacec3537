-- CreateIndex
CREATE INDEX "outbox_lane_id_idx" ON "outbox"("lane", "id");

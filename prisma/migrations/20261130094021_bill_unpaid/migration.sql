-- What is still to be paid is asked for on every pass, what was paid long ago never.
CREATE INDEX "bill_unpaid_idx" ON "bill"("system_id", "number") WHERE "paid_stroops" < "due_stroops";

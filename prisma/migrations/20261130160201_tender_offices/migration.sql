-- AlterTable
ALTER TABLE "tender" ADD COLUMN     "offices" JSONB;
-- Tenders that are here already are read once more.
UPDATE "followed" SET "refreshed_ledger" = 0 WHERE "contract" = 'tender';

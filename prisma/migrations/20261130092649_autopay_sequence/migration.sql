-- AlterTable
ALTER TABLE "autopay_signature" ADD COLUMN     "sequence" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT '';

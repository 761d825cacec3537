-- AlterTable
ALTER TABLE "system" ALTER COLUMN "capacity_w" SET DATA TYPE BIGINT;

-- AlterTable
ALTER TABLE "meter" ALTER COLUMN "capacity_w" SET DATA TYPE BIGINT;

-- AlterTable
ALTER TABLE "certificate_account" ADD COLUMN     "administrator" TEXT;

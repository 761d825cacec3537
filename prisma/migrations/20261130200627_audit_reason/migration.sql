-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "reason" TEXT;

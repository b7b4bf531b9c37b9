CREATE TABLE "matching_readers" (
	"reader_id" text PRIMARY KEY NOT NULL,
	"standing" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

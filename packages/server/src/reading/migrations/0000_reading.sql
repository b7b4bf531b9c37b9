CREATE TABLE "reading_drafts" (
	"case_id" text NOT NULL,
	"reader_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reading_drafts_case_id_reader_id_pk" PRIMARY KEY("case_id","reader_id")
);
--> statement-breakpoint
CREATE TABLE "reading_reports" (
	"report_id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);

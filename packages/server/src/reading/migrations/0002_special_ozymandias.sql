CREATE TABLE "reading_scan_pages" (
	"case_id" text NOT NULL,
	"scan_id" text NOT NULL,
	"page" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"picture" "bytea" NOT NULL,
	CONSTRAINT "reading_scan_pages_scan_id_page_pk" PRIMARY KEY("scan_id","page")
);
--> statement-breakpoint
CREATE TABLE "reading_scans" (
	"case_id" text PRIMARY KEY NOT NULL,
	"scan_id" text NOT NULL,
	"state" text NOT NULL,
	"pages" integer NOT NULL,
	"fault" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL
);

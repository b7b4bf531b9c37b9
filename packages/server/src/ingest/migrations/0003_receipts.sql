CREATE TABLE "ingest_known" (
	"import_id" text NOT NULL,
	"sha256" text NOT NULL,
	"study_instance_uid" text NOT NULL,
	"series_instance_uid" text NOT NULL,
	"description" text NOT NULL,
	"patient_name" text NOT NULL,
	CONSTRAINT "ingest_known_import_id_sha256_pk" PRIMARY KEY("import_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "ingest_imports" ADD COLUMN "person_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ingest_imports" ADD COLUMN "way" text DEFAULT 'browser' NOT NULL;--> statement-breakpoint
ALTER TABLE "ingest_imports" ADD COLUMN "statement" jsonb;
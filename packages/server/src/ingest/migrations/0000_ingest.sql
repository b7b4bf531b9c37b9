CREATE TABLE "ingest_imports" (
	"import_id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"person_id" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "ingest_uploads" (
	"upload_id" text PRIMARY KEY NOT NULL,
	"import_id" text NOT NULL,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"files" integer DEFAULT 0 NOT NULL,
	"instances" integer DEFAULT 0 NOT NULL,
	"already_here" integer DEFAULT 0 NOT NULL,
	"studies" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"refused" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"ignored" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "ingest_imports_case" ON "ingest_imports" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "ingest_uploads_import" ON "ingest_uploads" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "ingest_uploads_state" ON "ingest_uploads" USING btree ("state");